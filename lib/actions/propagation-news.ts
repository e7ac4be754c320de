import type { PropagationNews } from "#lib/core/keys/propagation.ts";
import type { Propagated } from "#lib/services/propagate.ts";

/** What a screen hears of how far a change has come. The names of processes are for operators. */
export function propagationNews(propagation: Propagated<object>["propagation"]): PropagationNews {
	if (propagation.propagated) return propagation;
	const { laggards, certainBy } = propagation;
	return { propagated: false, laggards: laggards.length, certainBy: certainBy.toISOString() };
}

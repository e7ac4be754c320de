import type { PropagationNews } from "#lib/core/keys/propagation.ts";
import type { Propagated } from "#lib/services/keys/propagate.ts";

/** What screens are told: how many processes have not confirmed. Their names are for operators. */
export function newsOf(propagation: Propagated<object>["propagation"]): PropagationNews {
	if (propagation.propagated) return propagation;
	const { laggards, certainBy } = propagation;
	return { propagated: false, laggards: laggards.length, certainBy: certainBy.toISOString() };
}

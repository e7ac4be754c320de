import { OWN_LIMIT } from "#lib/core/keys/program-limits.ts";
import type { KeyFacts } from "./key-facts.ts";
import type { NamedLimit } from "./named-windows.ts";
import type { RateRule } from "./rate-windows.ts";

/** A limit that a call names. Without a rule it is one that the key has by this name. */
export type AskedLimit = { name: string; cost: number; rule?: RateRule | undefined };

/** Why there is no verdict: the call names a limit that the key does not have. */
export const UNKNOWN_LIMIT = "UNKNOWN_LIMIT";

type CountedLimit = NamedLimit & { autoApply: boolean };

/** The limits by name that a use counts against, and how much it counts against the key's own; null when one is unknown. */
export function limitsOfCall(facts: KeyFacts, asked: readonly AskedLimit[]) {
	const { own = OWN_LIMIT, named = [] } = facts.programLimits ?? {};
	const scope = ["key", facts.keyId] as const;
	const isAsked = (name: string) => asked.some((one) => one.name === name);
	const limits: CountedLimit[] = named
		.filter(({ name, autoApply }) => autoApply && !isAsked(name))
		.map(({ name, autoApply, ...rule }) => ({ scope, name, rule, cost: 1, autoApply }));
	let ownCost = 1;
	for (const { name, cost, rule } of asked) {
		const stored = named.find((one) => one.name === name);
		if (rule) limits.push({ scope, name, rule, cost, autoApply: false });
		else if (stored) limits.push({ scope, name, rule: stored, cost, autoApply: stored.autoApply });
		else if (name === own && facts.rateLimit) ownCost = cost;
		else return null;
	}
	return { limits, ownCost };
}

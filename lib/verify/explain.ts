import type { RefusalRule, RefusalVerdict } from "#lib/core/keys/refusals.ts";
import type { Demand } from "./decide.ts";
import { actsOn, type KeyFacts } from "./key-facts.ts";

const ABOUT_MAX = 100;
const UNPRINTABLE = /[^\x20-\x7e]/g;

export type Explanation = { rule: RefusalRule; about: string };

/** Which rule led to a refusal, and what it was about: for people who ask later. */
export function explain(facts: KeyFacts, demand: Demand, verdict: RefusalVerdict): Explanation {
	const [rule, about = ""] = ruleOf(facts, demand, verdict);
	return { rule, about: about.replace(UNPRINTABLE, "?").slice(0, ABOUT_MAX) };
}

function ruleOf(facts: KeyFacts, demand: Demand, verdict: RefusalVerdict): [RefusalRule, string?] {
	const { agency, rateLimit } = facts;
	const { address, locationId, scopes } = demand;
	switch (verdict) {
		case "REVOKED":
			return ["revoked"];
		case "DISABLED":
			return ["switched_off"];
		case "EXPIRED":
			return ["end_date", new Date(facts.expiresAt).toISOString()];
		case "SUSPENDED":
			return agency.suspended
				? ["agency_suspended"]
				: ["location_suspended", facts.locationId ?? locationId ?? ""];
		case "FORBIDDEN":
			if (facts.addresses !== null && address === null) return ["address_unknown"];
			if (facts.addresses !== null && address !== null && !facts.addresses.includes(address))
				return ["address_not_listed", address];
			return ["location_not_covered", locationId !== null && !actsOn(facts, locationId) ? locationId : ""];
		case "INSUFFICIENT_PERMISSIONS":
			return ["scope_missing", scopes.find((scope) => !facts.scopes.has(scope)) ?? ""];
		case "RATE_LIMITED":
			return ["rate_limit", rateLimit ? `${rateLimit.max} uses in ${rateLimit.seconds} s` : ""];
		case "USAGE_EXCEEDED":
			return ["credits"];
	}
}

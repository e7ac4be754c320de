import { rateText } from "#lib/core/keys/rate-text.ts";
import type { RefusalRule, RefusalVerdict } from "#lib/core/keys/refusals.ts";
import { shortenKeys } from "#lib/core/keys/shorten-keys.ts";
import { writePermissionQuery } from "#lib/core/permission-query.ts";
import type { Demand } from "./decide.ts";
import { actsOn, type KeyFacts } from "./key-facts.ts";

const ABOUT_MAX = 100;
const UNPRINTABLE = /[^\x20-\x7e]/g;

export type Explanation = { rule: RefusalRule; about: string };

/** A limit by its name, and whether it had room. */
type NamedState = { name: string; allowed: boolean; state: { limit: number; seconds: number } };

/** Which rule led to a refusal, and what it was about: for people who ask later. */
export function explain(
	facts: KeyFacts,
	demand: Demand,
	verdict: RefusalVerdict,
	named: readonly NamedState[] = [],
): Explanation {
	const [rule, about = ""] = ruleOf(facts, demand, verdict, named);
	return { rule, about: shortenKeys(about).replace(UNPRINTABLE, "?").slice(0, ABOUT_MAX) };
}

function ruleOf(
	facts: KeyFacts,
	demand: Demand,
	verdict: RefusalVerdict,
	named: readonly NamedState[],
): [RefusalRule, string?] {
	const { agency, rateLimit } = facts;
	const { address, locationId } = demand;
	const full = named.find(({ allowed }) => !allowed);
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
			return permissionRule(facts, demand);
		case "RATE_LIMITED":
			if (full) return ["named_limit", `${full.name}, ${rateText(full.state.limit, full.state.seconds)}`];
			return ["rate_limit", rateLimit ? rateText(rateLimit.max, rateLimit.seconds) : ""];
		case "USAGE_EXCEEDED":
			return ["credits"];
	}
}

function permissionRule(facts: KeyFacts, { scopes, permissions }: Demand): [RefusalRule, string] {
	const missing = scopes.find((scope) => !facts.scopes.has(scope));
	if (missing !== undefined || permissions === undefined) return ["scope_missing", missing ?? ""];
	if (permissions.kind === "name") return ["scope_missing", permissions.name];
	return ["permissions_missing", writePermissionQuery(permissions)];
}

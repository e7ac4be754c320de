import type { FieldError } from "./errors.ts";
import type { KeyFields } from "./keys/fields.ts";
import type { KeyLevel } from "./keys/key.ts";
import { capScopes, holdsScope, type Scope, scopesForLevel } from "./scopes.ts";

const DAY_MS = 86_400_000;
/** Browsers count the days of a choice such as "in 90 days" by their own clocks, which may run ahead. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** What an agency asks of its keys and of those of its locations. */
export type Policy = {
	/** How many days ahead a key may end at most; null allows keys without an end. */
	keyDaysMax: number | null;
	/** What location keys may hold; null allows all that their level does. */
	locationScopes: Scope[] | null;
	addressesRequired: boolean;
	agencyKeysMax: number | null;
	/** For each location. */
	locationKeysMax: number | null;
	/** After how many days without a use a key is deleted; null deletes none. */
	inactivityDays: number | null;
	/** What happens to the keys of somebody who is removed. */
	leaverKeys: "KEEP" | "DISABLE";
};

/** What counts in an agency that has said nothing. */
export const DEFAULT_POLICY: Policy = {
	keyDaysMax: null,
	locationScopes: null,
	addressesRequired: false,
	agencyKeysMax: null,
	locationKeysMax: null,
	inactivityDays: 90,
	leaverKeys: "KEEP",
};

/** A location, or the agency itself when the id is null. */
export type FullPlace = { locationId: string | null; keys: number };

/** The part of a policy that whoever makes or edits a key has to know. */
export type BindingPolicy = Pick<
	Policy,
	"keyDaysMax" | "locationScopes" | "addressesRequired" | "inactivityDays"
> & {
	/** How many keys the agency, or each location, may have; null without a limit. */
	keysMax: number | null;
	/** The places that can take no more, with how many keys they have. */
	fullPlaces: readonly FullPlace[];
};

/** How many keys of a level a place may have; null without a limit. */
export const keysMaxOf = (policy: Policy, level: KeyLevel) =>
	level === "AGENCY" ? policy.agencyKeysMax : policy.locationKeysMax;

/** Why a place takes no more keys. */
export function fullText(level: KeyLevel, keys: number, keysMax: number) {
	const ofAgency = keys === 1 ? "There is 1 agency key" : `There are ${keys} agency keys`;
	const ofLocation = keys === 1 ? "This location has 1 key" : `This location has ${keys} keys`;
	const have = level === "AGENCY" ? ofAgency : ofLocation;
	return `${have}, and your agency's policy allows ${keysMax}. Delete what nobody needs, or ask an owner or admin of the agency to raise the limit.`;
}

/** How many keys a place has that can take no more, and may have; null when it can take one. */
export function fullPlace({ keysMax, fullPlaces }: BindingPolicy, locationId: string | null) {
	const full = fullPlaces.find((place) => place.locationId === locationId);
	return full && keysMax !== null ? { keys: full.keys, keysMax } : null;
}

/** Whether a key of this level may hold a scope. What it `held` before, it may keep. */
export const mayHoldScope = (
	{ locationScopes }: Pick<Policy, "locationScopes">,
	level: KeyLevel,
	scope: Scope,
	held: readonly string[],
) =>
	level === "AGENCY" ||
	locationScopes === null ||
	holdsScope(locationScopes, scope) ||
	holdsScope(held, scope);

const lifeText = (days: number) =>
	days === 1
		? "Your agency's policy: keys end after at most 1 day."
		: `Your agency's policy: keys end after at most ${days} days.`;

type Bound = Pick<KeyFields, "role" | "scopes" | "expiresAt" | "allowedAddresses">;
type Before = { scopes: readonly string[]; expiresAt: Date | null; allowedAddresses: readonly string[] };

/** Whether an edit leaves the end date alone. */
export const keepsExpiry = (
	before: Pick<Before, "expiresAt"> | null,
	{ expiresAt }: Pick<Bound, "expiresAt">,
) => before !== null && before.expiresAt?.getTime() === expiresAt?.getTime();

/**
 * What a policy has against a new key, or against an edit of the key `before`. A key may keep what a later policy does
 * not allow: it may not gain any of it.
 */
export function policyProblems(
	policy: Pick<Policy, "keyDaysMax" | "locationScopes" | "addressesRequired">,
	level: KeyLevel,
	fields: Bound,
	before: Before | null,
	now: Date,
): FieldError[] {
	const problems: FieldError[] = [];
	const { keyDaysMax } = policy;
	const latest = keyDaysMax !== null && now.getTime() + keyDaysMax * DAY_MS + CLOCK_SLACK_MS;
	const outlives = latest !== false && (fields.expiresAt === null || fields.expiresAt.getTime() > latest);
	if (keyDaysMax !== null && outlives && !keepsExpiry(before, fields)) {
		problems.push({ field: "expiresAt", message: `${lifeText(keyDaysMax)} Choose an earlier end.` });
	}

	const levelScopes = scopesForLevel(level);
	const beyond = capScopes(fields.scopes, fields.role)
		.filter((scope) => levelScopes.includes(scope))
		.filter((scope) => !mayHoldScope(policy, level, scope, before?.scopes ?? []));
	if (beyond.length > 0) {
		const message = `Your agency's policy does not let location keys hold ${beyond.join(", ")}.`;
		problems.push({ field: "scopes", message });
	}

	const needsAddress = before === null || before.allowedAddresses.length > 0;
	if (policy.addressesRequired && fields.allowedAddresses.length === 0 && needsAddress) {
		const message = "Your agency's policy asks for at least one allowed address.";
		problems.push({ field: "allowedAddresses", message });
	}
	return problems;
}

import type { VerdictCode } from "#lib/core/verdicts.ts";

/** Verdicts that refuse a key that is known. */
export type RefusalVerdict = Exclude<VerdictCode, "VALID" | "NOT_FOUND">;

/** The rule that decided, in the words that people read. `about` is what it was about, as it was asked or set. */
export const REFUSAL_RULES = {
	revoked: () => "The key was revoked.",
	switched_off: () => "The key was switched off.",
	end_date: (about: string) => `The key's end date was over: ${about}.`,
	agency_suspended: () => "The agency was suspended.",
	location_suspended: (about: string) => `The location ${about} was suspended.`,
	address_unknown: () => "The key has a list of addresses, and the sender's could not be told.",
	address_not_listed: (about: string) => `The address ${about} is not on the key's list.`,
	location_not_covered: (about: string) => `The location ${about} was asked for; the key does not act on it.`,
	scope_missing: (about: string) => `The scope ${about} was asked for; the key does not hold it.`,
	permissions_missing: (about: string) => `The key does not hold what was asked for: ${about}.`,
	named_limit: (about: string) => `A limit that was set by its name had no room left: ${about}.`,
	rate_limit: (about: string) => `The key had reached its rate limit: ${about}.`,
	signature_missing: () => "The agency takes signed requests alone, and this one was not signed.",
	signature_malformed: () => "The request's signature or its time was malformed.",
	signature_untimely: () =>
		"The request was signed more than five minutes away from the time at which it came.",
	signature_unfit: () => "The signature did not fit the request: its time, method, path, query or body.",
	signature_seen: () => "The signature had been used before.",
	credits: () => "The key's credits were used up.",
} as const satisfies Record<string, (about: string) => string>;

export type RefusalRule = keyof typeof REFUSAL_RULES;

/** What the sender was told: a verdict on the key, or that the key was good and the request's signature was not. */
export type ToldRefusal = RefusalVerdict | "signature_refused";

/** Why a key was refused once, as people are told. */
export type KeyRefusal = {
	requestId: string;
	told: ToldRefusal;
	/** A sentence from {@link REFUSAL_RULES}. */
	reason: string;
	address: string | null;
	client: string;
	at: string;
};

const isRule = (rule: string): rule is RefusalRule => Object.hasOwn(REFUSAL_RULES, rule);

/** The sentence of a rule as it was stored; a rule of a later version says nothing. */
export const reasonOf = (rule: string, about: string) => (isRule(rule) ? REFUSAL_RULES[rule](about) : "");

/** A refused signature is stored, and counted, as FORBIDDEN. */
export const toldOf = (rule: string, verdict: RefusalVerdict): ToldRefusal =>
	rule.startsWith("signature_") ? "signature_refused" : verdict;

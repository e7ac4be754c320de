import type { VerdictCode } from "#lib/core/verdicts.ts";

/** Verdicts that refuse a key that is known. */
export type RefusalVerdict = Exclude<VerdictCode, "VALID" | "NOT_FOUND">;

/** The rules that decide. */
export const REFUSAL_RULES = [
	"revoked",
	"switched_off",
	"end_date",
	"agency_suspended",
	"location_suspended",
	"address_unknown",
	"address_not_listed",
	"location_not_covered",
	"scope_missing",
	"permissions_missing",
	"named_limit",
	"rate_limit",
	"signature_missing",
	"signature_malformed",
	"signature_untimely",
	"signature_unfit",
	"signature_seen",
	"credits",
] as const;

export type RefusalRule = (typeof REFUSAL_RULES)[number];

/** What the sender was told: a verdict on the key, or that the key was good and the request's signature was not. */
export type ToldRefusal = RefusalVerdict | "signature_refused";

/** Why a key was refused once, as people are told. */
export type KeyRefusal = {
	requestId: string;
	told: ToldRefusal;
	/** The rule that decided; null when a later release knows it. */
	rule: RefusalRule | null;
	/** What it was about, as it was asked or set. */
	about: string;
	address: string | null;
	client: string;
	at: string;
};

/** The rule as it was stored. */
export const ruleOf = (stored: string) => REFUSAL_RULES.find((rule) => rule === stored) ?? null;

/** A refused signature is stored, and counted, as FORBIDDEN. */
export const toldOf = (rule: string, verdict: RefusalVerdict): ToldRefusal =>
	rule.startsWith("signature_") ? "signature_refused" : verdict;

import { z } from "zod";
import { normalizeAddress } from "#lib/core/addresses.ts";
import { Id } from "#lib/core/ids.ts";
import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";

const KEY_TEXT_MAX = 512;
const SCOPES_MAX = 50;
const SCOPE_LENGTH_MAX = 100;
const COST_MAX = 1_000_000;

export const VerifyBody = z.strictObject({
	key: z.string({ error: "key must be a string." }).min(1).max(KEY_TEXT_MAX),
	scopes: z.array(z.string().min(1).max(SCOPE_LENGTH_MAX)).max(SCOPES_MAX).default([]),
	locationId: Id.optional(),
	clientIp: z
		.string()
		.max(64)
		.transform((text, check) => {
			const address = normalizeAddress(text);
			if (address === null)
				check.addIssue({ code: "custom", message: "clientIp is not an IPv4 or IPv6 address." });
			return address ?? "";
		})
		.optional(),
	cost: z.number().int().min(0).max(COST_MAX).default(1),
});

/** Values that many keys have in common, as JSON. */
type Listed = { readonly json: string };

/**
 * What a presenter needs of a verdict: the wire does not know the database's shapes. Moments are milliseconds since 1970,
 * Infinity for never.
 */
export type VerdictFacts = {
	keyId: string;
	level: KeyLevel;
	agencyId: string;
	locationIds: Listed;
	title: string;
	role: KeyRole;
	scopes: Listed;
	expiresAt: number;
	rateLimit: { limit: number; remaining: number; resetAt: number } | null;
	credits: number | null;
};

const OPENINGS = Object.fromEntries(
	Object.entries(VERDICTS).map(([code, detail]) => {
		const opening = JSON.stringify({ valid: code === "VALID", code, detail });
		return [code, opening.slice(0, -1)];
	}),
) as Record<VerdictCode, string>;

/** The moment that was written last: windows of the same length all end together. */
let lastInstant = { at: Number.NaN, json: "" };

function instant(at: number) {
	if (at === Number.POSITIVE_INFINITY) return "null";
	if (at !== lastInstant.at) lastInstant = { at, json: `"${new Date(at).toISOString()}"` };
	return lastInstant.json;
}

const PLAIN_TEXT = /^[^"\\\p{Cc}\p{Cs}]*$/u;

const text = (value: string) => (PLAIN_TEXT.test(value) ? `"${value}"` : JSON.stringify(value));

/**
 * The body of a verdict, as JSON. Facts are left out where the caller may not know that the key exists. It is put together
 * from parts that are JSON already: making an object only to write it out would cost more than the verdict.
 */
export const presentVerdict = (code: VerdictCode, facts: VerdictFacts | null, requestId: string) =>
	`${OPENINGS[code]}${facts === null ? "" : presentFacts(facts)},"requestId":"${requestId}"}`;

const presentFacts = (facts: VerdictFacts) =>
	`,"keyId":"${facts.keyId}","level":"${facts.level}","agencyId":"${facts.agencyId}","locationIds":${
		facts.locationIds.json
	},"title":${text(facts.title)},"role":"${facts.role}","scopes":${facts.scopes.json},"expiresAt":${instant(
		facts.expiresAt,
	)},"rateLimit":${presentRate(facts.rateLimit)},"credits":${
		facts.credits === null ? "null" : `{"remaining":${facts.credits}}`
	}`;

const presentRate = (rate: VerdictFacts["rateLimit"]) =>
	rate === null
		? "null"
		: `{"limit":${rate.limit},"remaining":${rate.remaining},"resetAt":${instant(rate.resetAt)}}`;

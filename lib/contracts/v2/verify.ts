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

/** What a presenter needs of a verdict: the wire does not know the database's shapes. */
export type VerdictFacts = {
	keyId: string;
	level: KeyLevel;
	agencyId: string;
	locationIds: readonly string[];
	title: string;
	role: KeyRole;
	scopes: readonly string[];
	expiresAt: Date | null;
	rateLimit: { limit: number; remaining: number; resetAt: Date } | null;
	credits: number | null;
};

/** The body of a verdict. Facts are left out where the caller may not know that the key exists. */
export const presentVerdict = (code: VerdictCode, facts: VerdictFacts | null, requestId: string) => ({
	valid: code === "VALID",
	code,
	detail: VERDICTS[code],
	...(facts && {
		keyId: facts.keyId,
		level: facts.level,
		agencyId: facts.agencyId,
		locationIds: facts.locationIds,
		title: facts.title,
		role: facts.role,
		scopes: facts.scopes,
		expiresAt: facts.expiresAt?.toISOString() ?? null,
		rateLimit: facts.rateLimit && {
			limit: facts.rateLimit.limit,
			remaining: facts.rateLimit.remaining,
			resetAt: facts.rateLimit.resetAt.toISOString(),
		},
		credits: facts.credits === null ? null : { remaining: facts.credits },
	}),
	requestId,
});

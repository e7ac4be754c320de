import { z } from "zod";
import { KEY_LEVELS, KEY_ROLES } from "#lib/core/keys/key.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";

const codes = Object.keys(VERDICTS) as [VerdictCode, ...VerdictCode[]];
const Moment = z.iso.datetime();

const always = {
	valid: z.boolean(),
	code: z.enum(codes),
	detail: z.string(),
	requestId: z.string(),
};

const facts = {
	keyId: z.uuid(),
	level: z.enum(KEY_LEVELS),
	agencyId: z.uuid(),
	locationIds: z.array(z.uuid()),
	title: z.string(),
	role: z.enum(KEY_ROLES),
	scopes: z.array(z.string()),
	expiresAt: Moment.nullable(),
	rateLimit: z.object({ limit: z.int(), remaining: z.int(), resetAt: Moment }).nullable(),
	credits: z.object({ remaining: z.int() }).nullable(),
};

/** What `presentVerdict` writes, for the documents. Of a key that the caller may not know of, it tells no facts. */
export const VerdictShape = z
	.object({ ...always, ...z.object(facts).partial().shape })
	.meta({ id: "Verdict" });

export const OwnVerdictShape = z.object({ ...always, ...facts }).meta({ id: "OwnVerdict" });

export const IntrospectionShape = z
	.object({
		active: z.boolean(),
		scope: z.string().optional(),
		client_id: z.string().optional(),
		sub: z.string().optional(),
		exp: z.int().optional(),
		iat: z.int().optional(),
		token_type: z.literal("Bearer").optional(),
	})
	.meta({ id: "Introspection" });

import { z } from "zod";
import { normalizeAddress } from "#lib/core/addresses.ts";
import { Id } from "#lib/core/ids.ts";
import {
	type PermissionQuery,
	parsePermissionQuery,
	QUERY_LENGTH_MAX,
	QueryProblem,
} from "#lib/core/permission-query.ts";
import type { VerdictCode } from "#lib/core/verdicts.ts";

const KEY_TEXT_MAX = 512;
const COST_MAX = 1_000_000;
export const LIMITS_MAX = 50;
const LIMIT_MAX = 1_000_000_000;
export const NAME_MAX = 255;
/** A window may last from a second to thirty days. */
const DURATION_MS = { min: 1_000, max: 2_592_000_000 };

export const LimitName = z.string().min(1).max(NAME_MAX);
export const Limit = z.int().min(1).max(LIMIT_MAX);
export const DurationMs = z.int().min(DURATION_MS.min).max(DURATION_MS.max);
export const LimitCost = z.int().min(0).max(COST_MAX).default(1);

const Query = z
	.string()
	.max(QUERY_LENGTH_MAX)
	.transform((text, check): PermissionQuery => {
		try {
			return parsePermissionQuery(text);
		} catch (error) {
			if (!(error instanceof QueryProblem)) throw error;
			check.addIssue({ code: "custom", message: error.message });
			return z.NEVER;
		}
	});

const Address = z
	.string()
	.max(64)
	.transform((text, check) => {
		const address = normalizeAddress(text);
		if (address === null) check.addIssue({ code: "custom", message: "This is no IPv4 or IPv6 address." });
		return address ?? "";
	});

/** Without `limit` and `duration` it is one that the key has by this name. */
const NamedLimit = z
	.strictObject({
		name: LimitName,
		cost: LimitCost,
		limit: Limit.optional(),
		duration: DurationMs.optional(),
	})
	.refine(({ limit, duration }) => (limit === undefined) === (duration === undefined), {
		error: "Give limit and duration together.",
	});

export const UnkeyVerifyBody = z
	.strictObject({
		key: z.string().min(1).max(KEY_TEXT_MAX),
		tags: z.array(z.string().min(1).max(128)).max(20).optional().describe("Accepted, and not kept."),
		permissions: Query.optional().describe("Names, AND, OR and brackets: contacts.readonly AND forms.write"),
		credits: z.strictObject({ cost: z.int().min(0).max(COST_MAX) }).optional(),
		ratelimits: z.array(NamedLimit).max(LIMITS_MAX).optional(),
		migrationId: z.string().max(NAME_MAX).optional().describe("Accepted, and not used."),
		clientIp: Address.optional().describe("Our own: where the key came from."),
		locationId: Id.optional().describe("Our own: the location that the key must act on."),
	})
	.meta({ id: "UnkeyVerifyKeyRequest" });

/** The dialect knows fewer verdicts than we do: `detail` tells them apart. */
const CODES = {
	NOT_FOUND: "NOT_FOUND",
	REVOKED: "DISABLED",
	DISABLED: "DISABLED",
	EXPIRED: "EXPIRED",
	SUSPENDED: "FORBIDDEN",
	FORBIDDEN: "FORBIDDEN",
	INSUFFICIENT_PERMISSIONS: "INSUFFICIENT_PERMISSIONS",
	RATE_LIMITED: "RATE_LIMITED",
	USAGE_EXCEEDED: "USAGE_EXCEEDED",
	VALID: "VALID",
} as const satisfies Record<VerdictCode, string>;

export const unkeyCodeOf = (code: VerdictCode) => CODES[code];

export const Identity = z
	.strictObject({ id: z.string(), externalId: z.string() })
	.meta({ id: "UnkeyIdentity" });

/** Whom a key is for: we keep no more of them than their name. */
export const identityOf = (externalId: string | null) =>
	externalId === null ? undefined : { id: externalId, externalId };

const LimitState = z
	.strictObject({
		exceeded: z.boolean(),
		id: z.string(),
		name: z.string(),
		limit: z.int(),
		duration: z.int(),
		reset: z.int(),
		remaining: z.int(),
		autoApply: z.boolean(),
	})
	.meta({ id: "UnkeyRatelimitState" });

export const UnkeyVerifyData = z
	.strictObject({
		valid: z.boolean(),
		code: z.enum(Object.values(CODES)),
		detail: z.string(),
		keyId: z.string().optional(),
		name: z.string().optional(),
		meta: z.record(z.string(), z.unknown()).optional(),
		expires: z.int().optional(),
		credits: z.int().optional(),
		enabled: z.boolean().optional(),
		permissions: z.array(z.string()).optional(),
		roles: z.array(z.string()).optional(),
		identity: Identity.optional(),
		ratelimits: z.array(LimitState).optional(),
	})
	.meta({ id: "UnkeyVerifyKeyData" });
export type UnkeyVerifyData = z.input<typeof UnkeyVerifyData>;

type State = { limit: number; seconds: number; remaining: number; resetAt: number };

/** What the dialect says of a limit. */
export const presentLimit = (
	{ id, name, autoApply }: { id: string; name: string; autoApply: boolean },
	{ limit, seconds, remaining, resetAt }: State,
	exceeded: boolean,
) => ({
	exceeded,
	id,
	name,
	limit,
	duration: Math.round(seconds * 1_000),
	reset: Math.ceil(resetAt),
	remaining,
	autoApply,
});

import { z } from "zod";
import { TITLE_MAX } from "#lib/core/keys/fields.ts";
import { Meta } from "#lib/core/keys/meta.ts";
import { CREDITS_MAX, type Refill } from "#lib/core/keys/refill.ts";
import { SCOPES, type Scope } from "#lib/core/scopes.ts";
import { singleLine } from "#lib/core/text.ts";
import { Identity, identityOf, LimitName, NAME_MAX } from "./verify.ts";

const KEY_TEXT_MAX = 512;
const PAGE_MAX = 100;
const RATE_MAX = 1_000_000;
/** The periods of a key's own limit. */
const DURATIONS_MS = [1_000, 60_000, 3_600_000] as const;
const MOMENT_MAX = 8_640_000_000_000_000;

/** Any text: one that is no id of ours belongs to nothing. */
const Handle = z.string().min(1).max(NAME_MAX);
const Name = singleLine(TITLE_MAX, "The name");
const ExternalId = singleLine(NAME_MAX, "externalId");
const Permissions = z
	.array(
		z.enum(SCOPES as [Scope, ...Scope[]], { error: "There is no such permission: they are our scopes." }),
	)
	.max(SCOPES.length * 2);
const Roles = z
	.array(z.enum(["ADMIN", "READONLY"], { error: "A role is ADMIN or READONLY." }))
	.max(1, { error: "A key has one role." })
	.describe("ADMIN or READONLY; without it, what the permissions need.");
const Expires = z.int().min(0).max(MOMENT_MAX).describe("Milliseconds since 1970.");

const RefillIn = z
	.strictObject({
		interval: z.enum(["daily", "monthly"]),
		amount: z.int().min(1).max(CREDITS_MAX),
		refillDay: z.int().min(1).max(31).optional(),
	})
	.transform(
		({ interval, amount, refillDay = 1 }): Refill =>
			interval === "daily" ? { amount, every: "DAY" } : { amount, every: "MONTH", day: refillDay },
	);
const Remaining = z.int().min(0).max(CREDITS_MAX).nullable();

const RateLimits = z
	.array(
		z.strictObject({
			name: LimitName.describe("Accepted, and not kept."),
			limit: z.int().min(1).max(RATE_MAX),
			duration: z.literal(DURATIONS_MS, {
				error: "A key's own limit counts over 1000, 60000 or 3600000 milliseconds.",
			}),
			autoApply: z.boolean().optional().describe("A key's own limit always applies."),
		}),
	)
	.max(1, { error: "A key has one limit of its own. More can be named when it is verified." })
	.transform(([limit]) => (limit ? { max: limit.limit, seconds: secondsOf(limit.duration) } : null));

const secondsOf = (durationMs: (typeof DURATIONS_MS)[number]) => (durationMs / 1_000) as 1 | 60 | 3_600;

const shared = {
	roles: Roles.optional(),
	permissions: Permissions.optional(),
	ratelimits: RateLimits.optional(),
	enabled: z.boolean().optional(),
};

export const UnkeyCreateKeyBody = z
	.strictObject({
		...shared,
		apiId: Handle.describe("The id of your agency, or of one of its locations."),
		prefix: z.string().min(1).max(16).optional().describe("Accepted: every key has our own format."),
		byteLength: z.int().min(16).max(255).optional().describe("Accepted: every key has our own length."),
		name: Name.optional(),
		externalId: ExternalId.optional(),
		meta: Meta.optional(),
		expires: Expires.optional(),
		credits: z.strictObject({ remaining: Remaining, refill: RefillIn.optional() }).optional(),
		recoverable: z
			.literal(false, { error: "Keys are kept as digests alone: none can be recovered." })
			.optional(),
	})
	.meta({ id: "UnkeyCreateKeyRequest" });

export const UnkeyUpdateKeyBody = z
	.strictObject({
		...shared,
		keyId: Handle,
		name: Name.nullable().optional(),
		externalId: ExternalId.nullable().optional(),
		meta: Meta.nullable().optional(),
		expires: Expires.nullable().optional(),
		credits: z
			.strictObject({ remaining: Remaining.optional(), refill: RefillIn.nullable().optional() })
			.nullable()
			.optional(),
	})
	.meta({ id: "UnkeyUpdateKeyRequest" });

const decrypt = z
	.literal(false, { error: "Keys are kept as digests alone: none can be shown again." })
	.optional();

export const UnkeyGetKeyBody = z.strictObject({ keyId: Handle, decrypt }).meta({ id: "UnkeyGetKeyRequest" });

export const UnkeyWhoamiBody = z
	.strictObject({ key: z.string().min(1).max(KEY_TEXT_MAX) })
	.meta({ id: "UnkeyWhoamiRequest" });

export const UnkeyDeleteKeyBody = z
	.strictObject({
		keyId: Handle,
		permanent: z
			.literal(false, { error: "A key is kept in the trash for 30 days first. Leave this out." })
			.optional(),
	})
	.meta({ id: "UnkeyDeleteKeyRequest" });

const EXPIRATION_MS_MAX = 315_360_000_000;

export const UnkeyRerollKeyBody = z
	.strictObject({
		keyId: Handle,
		expiration: z.int().min(0).max(EXPIRATION_MS_MAX).describe("Milliseconds that the old key goes on for."),
	})
	.meta({ id: "UnkeyRerollKeyRequest" });

export const UnkeyUpdateCreditsBody = z
	.strictObject({
		keyId: Handle,
		operation: z.enum(["set", "increment", "decrement"]),
		value: Remaining.optional(),
	})
	.refine(({ operation, value }) => operation === "set" || typeof value === "number", {
		error: "Say by how much.",
		path: ["value"],
	})
	.meta({ id: "UnkeyUpdateCreditsRequest" });

export const UnkeyListKeysBody = z
	.strictObject({
		apiId: Handle,
		limit: z.int().min(1).max(PAGE_MAX).default(PAGE_MAX),
		cursor: z.string().min(1).max(500).optional(),
		externalId: ExternalId.optional(),
		decrypt,
		revalidateKeysCache: z.boolean().optional().describe("Accepted: what is listed is never old."),
	})
	.meta({ id: "UnkeyListKeysRequest" });

export const UnkeyPermissionsBody = z
	.strictObject({ keyId: Handle, permissions: Permissions })
	.meta({ id: "UnkeyPermissionsRequest" });

export const UnkeyNewKey = z.strictObject({ keyId: z.string(), key: z.string() }).meta({ id: "UnkeyNewKey" });

export const UnkeyPermission = z
	.strictObject({ id: z.string(), name: z.string(), slug: z.string() })
	.meta({ id: "UnkeyPermission" });

export const UnkeyCredits = z
	.strictObject({
		remaining: z.int().nullable(),
		refill: z
			.strictObject({ interval: z.string(), amount: z.int(), refillDay: z.int().optional() })
			.optional(),
	})
	.meta({ id: "UnkeyCredits" });

export const UnkeyKey = z
	.strictObject({
		keyId: z.string(),
		start: z.string(),
		enabled: z.boolean(),
		name: z.string(),
		meta: z.record(z.string(), z.unknown()).optional(),
		createdAt: z.int(),
		updatedAt: z.int(),
		lastUsedAt: z.int().optional(),
		expires: z.int().optional(),
		permissions: z.array(z.string()),
		roles: z.array(z.string()),
		credits: UnkeyCredits.optional(),
		identity: Identity.optional(),
		ratelimits: z
			.array(
				z.strictObject({
					id: z.string(),
					name: z.string(),
					limit: z.int(),
					duration: z.int(),
					autoApply: z.boolean(),
				}),
			)
			.optional(),
	})
	.meta({ id: "UnkeyKey" });

/** What a presenter needs of a key. */
type KeyFacts = {
	id: string;
	masked: string;
	title: string;
	role: string;
	scopes: string[];
	rateLimit: { max: number; seconds: number } | null;
	isOn: boolean;
	credits: CreditFacts | null;
	externalId: string | null;
	meta: Record<string, unknown>;
	createdAt: Date;
	updatedAt: Date;
	lastUsedAt: Date | null;
	expiresAt: Date | null;
};

type CreditFacts = { remaining: number; refill: Refill | null };

export const presentKey = (key: KeyFacts): z.input<typeof UnkeyKey> => ({
	keyId: key.id,
	start: key.masked,
	enabled: key.isOn,
	name: key.title,
	...(Object.keys(key.meta).length > 0 && { meta: key.meta }),
	createdAt: key.createdAt.getTime(),
	updatedAt: key.updatedAt.getTime(),
	...(key.lastUsedAt && { lastUsedAt: key.lastUsedAt.getTime() }),
	...(key.expiresAt && { expires: key.expiresAt.getTime() }),
	permissions: key.scopes,
	roles: [key.role],
	...(key.credits && { credits: presentCredits(key.credits) }),
	...(key.externalId !== null && { identity: identityOf(key.externalId) }),
	...(key.rateLimit && { ratelimits: [presentOwnLimit(key.id, key.rateLimit)] }),
});

const presentOwnLimit = (id: string, { max, seconds }: { max: number; seconds: number }) => ({
	id,
	name: "default",
	limit: max,
	duration: seconds * 1_000,
	autoApply: true,
});

export const presentCredits = (credits: CreditFacts | null): z.input<typeof UnkeyCredits> => ({
	remaining: credits?.remaining ?? null,
	...(credits?.refill && { refill: presentRefill(credits.refill) }),
});

const presentRefill = (refill: Refill) =>
	refill.every === "DAY"
		? { interval: "daily", amount: refill.amount }
		: { interval: "monthly", amount: refill.amount, refillDay: refill.day };

export const presentPermissions = (scopes: readonly string[]) =>
	scopes.map((scope) => ({ id: scope, name: scope, slug: scope }));

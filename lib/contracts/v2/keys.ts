import { z } from "zod";
import { Id } from "#lib/core/ids.ts";
import { KeyFields, RevokeReason } from "#lib/core/keys/fields.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { KEY_LEVELS, KEY_ROLES, KEY_STATUSES } from "#lib/core/keys/key.ts";
import { Refill } from "#lib/core/keys/refill.ts";
import { SCOPES } from "#lib/core/scopes.ts";
import { OverlapSeconds } from "#lib/core/shared-secret.ts";

const given = KeyFields.shape;
const Moment = z.iso.datetime({ offset: true });

const EndDate = Moment.transform((text) => new Date(text)).nullable();
const LocationIds = given.locationIds
	.nullable()
	.describe("Agency keys: the locations that it acts on; null for all of them.");

const named = {
	title: given.title,
	description: given.description,
	locationIds: LocationIds,
	role: given.role.describe("READONLY holds the reading form of each scope."),
	scopes: given.scopes,
	expiresAt: EndDate.describe("When it ends by itself; null for never."),
	allowedAddresses: given.allowedAddresses.describe("Addresses and CIDR ranges; none lets every address in."),
	rateLimit: given.rateLimit.describe("Uses in a window of so many seconds; null for no limit."),
	credits: given.credits.describe("Uses that are left; null for any number."),
	refill: given.refill,
	inactivityDays: given.inactivityDays.describe(
		"Days without use before it is deleted; null as the agency says.",
	),
	inactivityExempt: given.inactivityExempt.describe("The inactivity rule leaves it alone."),
	rotateEveryDays: given.rotateEveryDays,
	labels: given.labels.describe("Up to 10 words that people find it by, each once."),
};

/** What makes a key. All but its place, its title and its scopes may be left out. */
export const CreateKeyBody = z
	.strictObject({
		...named,
		level: given.level,
		locationId: Id.nullable().default(null).describe("Location keys: the location that it is for."),
		description: named.description.default(""),
		locationIds: LocationIds.default(null),
		role: named.role
			.default("READONLY")
			.describe("READONLY unless you say ADMIN. It holds the reading form of each scope."),
		expiresAt: named.expiresAt.default(null),
		allowedAddresses: named.allowedAddresses.default([]),
		rateLimit: named.rateLimit.default(null),
		credits: named.credits.default(null),
	})
	.refine(({ level, locationId }) => level === "LOCATION" || locationId === null, {
		path: ["locationId"],
		error: "An agency key has no location of its own. Name locations that it acts on in locationIds.",
	})
	.meta({ id: "CreateKey" });

const Version = z
	.int()
	.min(1)
	.optional()
	.describe("The version that you saw. When the key is at another by now, nothing is changed (409).");

/** What is left out stays as it is. */
export const EditKeyBody = z
	.strictObject({ ...z.strictObject(named).partial().shape, version: Version })
	.refine((edit) => Object.keys(edit).some((name) => name !== "version"), {
		error: "Name at least one member to change.",
	})
	.meta({ id: "EditKey" });

export const RotateKeyBody = z
	.strictObject({
		overlapSeconds: OverlapSeconds.describe("How long the secret before goes on; 0 ends it at once."),
		version: Version,
	})
	.meta({ id: "RotateKey" });

export const EndOverlapBody = z.strictObject({ version: Version }).meta({ id: "EndOverlap" });

export const RevokeKeyBody = z.strictObject({ reason: RevokeReason }).meta({ id: "RevokeKey" });

const facts = {
	id: z.uuid(),
	level: z.enum(KEY_LEVELS),
	locationId: z.uuid().nullable().describe("Location keys: their location."),
	locationIds: z.array(z.uuid()).nullable().describe("Agency keys: the locations it acts on; null for all."),
	title: z.string(),
	description: z.string(),
	labels: z.array(z.string()).describe("Words that people find it by."),
	role: z.enum(KEY_ROLES),
	scopes: z.array(z.enum(SCOPES)),
	status: z.enum(KEY_STATUSES),
	masked: z.string().describe("Its beginning and its last four characters."),
	allowedAddresses: z.array(z.string()),
	rateLimit: z.object({ max: z.int(), seconds: z.int() }).nullable(),
	credits: z
		.object({ remaining: z.int(), refill: Refill.nullable(), refillsAt: Moment.nullable() })
		.nullable(),
	expiresAt: Moment.nullable(),
	revokedReason: z.string().nullable(),
	lastUsedAt: Moment.nullable().describe("Uses of the last seconds may be missing."),
	createdAt: Moment,
	createdBy: z.string().describe("Who made it, by the name of that time."),
	inactivityDays: z.int().nullable(),
	inactivityExempt: z.boolean(),
	deletesAt: Moment.nullable().describe("When it is deleted for want of use, once its managers were told."),
	rotateEveryDays: z.int().nullable(),
	version: z.int().describe("Goes up with each change."),
};

const Secret = z.string().describe("The secret. It is in this answer only.");
const news = {
	propagated: z.boolean().describe("Whether every process has confirmed that it goes by the change."),
	laggards: z.int().optional().describe("How many have not; 0 when nobody could be asked."),
	certainBy: Moment.optional().describe("From then on none of them goes by the state before."),
};

export const Key = z.object(facts).meta({ id: "Key" });
export const KeyPage = z
	.object({ data: z.array(Key), nextCursor: z.string().nullable() })
	.meta({ id: "KeyPage" });
export const NewKey = z.object({ ...facts, key: Secret }).meta({ id: "NewKey" });
export const ChangedKey = z.object({ ...facts, ...news }).meta({ id: "ChangedKey" });
export const RotatedKey = z
	.object({
		...facts,
		...news,
		key: Secret,
		olderSecretEndsAt: Moment.describe("When the secret before ends."),
	})
	.meta({ id: "RotatedKey" });
export const DeletedKey = z
	.object({ id: z.uuid(), deleted: z.literal(true), ...news })
	.meta({ id: "DeletedKey" });

/** A key as the management API tells it. */
export const presentKey = ({
	location,
	chosenLocations,
	creditsRemaining,
	refill,
	refillsAt,
	createdByName,
	inactivity,
	...key
}: KeySummary) => ({
	...key,
	locationId: location?.id ?? null,
	locationIds: chosenLocations?.map(({ id }) => id) ?? null,
	credits: creditsRemaining === null ? null : { remaining: creditsRemaining, refill, refillsAt },
	createdBy: createdByName,
	inactivityDays: inactivity.days,
	inactivityExempt: inactivity.exempt,
});

import { z } from "zod";
import { AddressRanges } from "../addresses.ts";
import { Id } from "../ids.ts";
import { capScopes, SCOPES, type Scope, scopesForLevel } from "../scopes.ts";
import { multiLine, singleLine } from "../text.ts";
import { INACTIVITY_DAYS } from "./countdown.ts";
import type { KeyLevel } from "./key.ts";
import { Labels } from "./labels.ts";
import type { Meta } from "./meta.ts";
import type { ProgramLimits } from "./program-limits.ts";
import { CREDITS_MAX, Refill } from "./refill.ts";

export const TITLE_MAX = 80;
const DESCRIPTION_MAX = 500;
const REASON_MAX = 200;
const LOCATIONS_MAX = 1_000;
const RATE_MAX = 1_000_000;
/** Periods that a rate limit may count over, in seconds. */
const RATE_PERIODS = [1, 60, 3_600] as const;
const EXPIRY_YEARS_MAX = 10;
const ROTATION_DAYS_MAX = 730;

export const Scopes = z
	.array(z.enum(SCOPES as [Scope, ...Scope[]], { error: "There is no such scope." }))
	.min(1, { error: "Choose at least one scope." })
	.max(SCOPES.length);

const Expiry = z
	.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))], {
		error: "Give the end date as a full date and time, or none.",
	})
	.nullable();

const RateLimit = z
	.strictObject({
		max: z
			.number({ error: "The rate limit must be a whole number." })
			.int({ error: "The rate limit must be a whole number." })
			.min(1, { error: "The rate limit must be at least 1." })
			.max(RATE_MAX, { error: `The rate limit may be up to ${RATE_MAX}.` }),
		seconds: z.literal(RATE_PERIODS),
	})
	.nullable();

const Credits = z
	.number({ error: "Credits must be a whole number." })
	.int({ error: "Credits must be a whole number." })
	.min(0, { error: "Credits cannot be below zero." })
	.max(CREDITS_MAX, { error: `Credits may be up to ${CREDITS_MAX}.` })
	.nullable();

const wholeDays = (name: string, min: number, max: number) =>
	z
		.number({ error: `${name} must be a whole number.` })
		.int({ error: `${name} must be a whole number.` })
		.min(min, { error: `${name} must be at least ${min}.` })
		.max(max, { error: `${name} may be up to ${max}.` })
		.nullable()
		.optional();

const shared = {
	title: singleLine(TITLE_MAX, "The title"),
	description: multiLine(DESCRIPTION_MAX, "The description"),
	allLocations: z.boolean(),
	locationIds: z.array(Id).max(LOCATIONS_MAX),
	role: z.enum(["ADMIN", "READONLY"], { error: "Choose a role." }),
	scopes: Scopes,
	expiresAt: Expiry,
	allowedAddresses: AddressRanges,
	rateLimit: RateLimit,
	credits: Credits,
	refill: Refill.nullable().optional(),
	inactivityDays: wholeDays("The days without use", INACTIVITY_DAYS.min, INACTIVITY_DAYS.max),
	inactivityExempt: z.boolean().optional(),
	rotateEveryDays: wholeDays("The days between rotations", 1, ROTATION_DAYS_MAX),
	labels: Labels.optional(),
};

/** What a new key is made from. The level and the location are fixed for life. Without `refill` it has none. */
export const KeyFields = z.strictObject({
	...shared,
	level: z.enum(["AGENCY", "LOCATION"]),
	locationId: Id.nullable(),
});
export type KeyFields = z.output<typeof KeyFields>;

/**
 * What an edit may change. `version` is the one that the editor saw. Without `credits` they stay as they are: uses spend
 * them while the form is open, and sending back what was seen would return them. Without `refill` it stays as it is, as
 * long as there is a quota. So do labels, and what is said of inactivity and rotation, when they are left out.
 */
export const KeyEdit = z.strictObject({
	...shared,
	credits: Credits.optional(),
	keyId: Id,
	version: z.number().int().min(1),
});
export type KeyEdit = z.output<typeof KeyEdit>;

/** What programs say of a key besides: whom it is for, and what they keep and name with it. Left out, it stays as it is. */
export type ProgramFields = {
	externalId?: string | null | undefined;
	meta?: Meta | undefined;
	programLimits?: ProgramLimits | undefined;
};

export const RevokeReason = singleLine(REASON_MAX, "The reason");

type FieldProblem = { field: string; message: string };

/** The rules that tie fields together, for a level and a moment. An empty list means that all is well. */
export function keyFieldProblems(
	level: KeyLevel,
	fields: Omit<KeyFields, "level" | "locationId">,
	now: Date,
): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const allowed = scopesForLevel(level);
	const beyond = fields.scopes.filter((scope) => !allowed.includes(scope));
	if (beyond.length > 0) {
		problems.push({ field: "scopes", message: `A location key cannot hold ${beyond.join(", ")}.` });
	}
	if (fields.expiresAt && fields.expiresAt <= now) {
		problems.push({ field: "expiresAt", message: "The end date must be in the future." });
	}
	if (fields.expiresAt && fields.expiresAt.getTime() > now.getTime() + EXPIRY_YEARS_MAX * 366 * 86_400_000) {
		problems.push({
			field: "expiresAt",
			message: `The end date may lie up to ${EXPIRY_YEARS_MAX} years ahead.`,
		});
	}
	if (level === "AGENCY" && !fields.allLocations && fields.locationIds.length === 0) {
		problems.push({ field: "locationIds", message: "Choose at least one location, or all of them." });
	}
	if (level === "LOCATION" && fields.locationIds.length > 0) {
		problems.push({ field: "locationIds", message: "A location key acts on its own location alone." });
	}
	if (fields.refill && fields.credits === null) {
		problems.push({ field: "refill", message: "Only a key with credits can have them refilled." });
	}
	return problems;
}

/** The scopes that are stored: READONLY caps every scope to its readonly form. */
export const storedScopes = (fields: { scopes: readonly Scope[]; role: "ADMIN" | "READONLY" }) =>
	capScopes(fields.scopes, fields.role);

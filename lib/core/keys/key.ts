import type { Refill } from "./refill.ts";

export type KeyLevel = "AGENCY" | "LOCATION";
export type KeyRole = "ADMIN" | "READONLY";
export type DeletedBecause = "PERSON" | "INACTIVITY";
export type KeyStatus = "Active" | "Inactive" | "Expired" | "Revoked";

/** The orders in which lists of keys are offered. */
export const KEY_SORTS = [
	"title",
	"location",
	"role",
	"scopes",
	"status",
	"key",
	"lastUsed",
	"created",
	"createdBy",
] as const;
export type KeySort = (typeof KEY_SORTS)[number];

export const KEY_LEVELS: readonly KeyLevel[] = ["AGENCY", "LOCATION"];
export const KEY_ROLES: readonly KeyRole[] = ["ADMIN", "READONLY"];
export const KEY_STATUSES: readonly KeyStatus[] = ["Active", "Inactive", "Expired", "Revoked"];

/** How many labels a key has, and how long one is, at most. */
export const LABELS_MAX = 10;
export const LABEL_MAX = 30;

/** What a list or a page shows of a key. The digest is not part of it. */
export type KeySummary = {
	id: string;
	level: KeyLevel;
	location: { id: string; slug: string; name: string } | null;
	/** Agency level: null means every location. */
	chosenLocations: { id: string; name: string }[] | null;
	title: string;
	description: string;
	labels: string[];
	role: KeyRole;
	scopes: string[];
	allowedAddresses: string[];
	rateLimit: { max: number; seconds: number } | null;
	creditsRemaining: number | null;
	refill: Refill | null;
	refillsAt: string | null;
	status: KeyStatus;
	/** `lk_agy_…` shortened: prefix, dots, last four of the random part. */
	masked: string;
	expiresAt: string | null;
	revokedReason: string | null;
	lastUsedAt: string | null;
	createdAt: string;
	createdByName: string;
	/** Its own number of days, if it has one, and whether the inactivity rule leaves it alone. */
	inactivity: { days: number | null; exempt: boolean };
	/** When the inactivity rule deletes it unless somebody uses it, once people have been told; null before. */
	deletesAt: string | null;
	/** Asks for a rotation when the secret is older than this many days. */
	rotateEveryDays: number | null;
	version: number;
};

/** The status that people see. `now` decides about the end date; the order is that of verification. */
export function keyStatus(
	key: { enabled: boolean; revokedAt: Date | null; expiresAt: Date | null },
	now: Date,
): KeyStatus {
	if (key.revokedAt) return "Revoked";
	if (!key.enabled) return "Inactive";
	if (key.expiresAt && key.expiresAt <= now) return "Expired";
	return "Active";
}

export const maskKey = (key: { secretPrefix: string; secretLastFour: string }) =>
	`${key.secretPrefix}••••${key.secretLastFour}`;

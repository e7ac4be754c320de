import { scopesForLevel } from "../scopes.ts";
import type { KeyLevel, KeyRole } from "./key.ts";

/** What a review of keys looks for, the gravest first. */
export const FINDINGS = [
	"olderSecret",
	"expiring",
	"fullAccess",
	"unusedScopes",
	"neverUsed",
	"idle60",
	"idle30",
	"oldSecret",
	"noEndDate",
	"manyAddresses",
	"admin",
] as const;

export type Finding = (typeof FINDINGS)[number];

/** How many keys each finding is about. */
export type FindingCounts = Record<Finding, number>;

export const HEALTH_DAYS = {
	/** So long may a new key wait for its first use. */
	firstUse: 30,
	idle: 30,
	longIdle: 60,
	/** How old a secret may be when its key asks for no rotation of its own. */
	secret: 365,
	expiring: 14,
	/** Addresses seen within these days are counted. */
	addresses: 30,
} as const;

/** From so many addresses on, a secret may have spread to more places than it was meant for. */
export const MANY_ADDRESSES = 10;

/** How many scopes a key with full access holds. */
export const allScopesOf = (level: KeyLevel) => scopesForLevel(level).length;

const DAY_MS = 86_400_000;

export const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

export type HealthFacts = {
	level: KeyLevel;
	role: KeyRole;
	scopeCount: number;
	enabled: boolean;
	revokedAt: Date | null;
	expiresAt: Date | null;
	lastUsedAt: Date | null;
	idleFrom: Date;
	inactivityExempt: boolean;
	secretSince: Date;
	rotateEveryDays: number | null;
	/** Set for a location token, which ends by itself within a day. */
	makerKeyId: string | null;
	/** Addresses seen within {@link HEALTH_DAYS}.addresses. */
	recentAddresses: number;
	/** Whether a secret that was replaced still counts and was sent since. */
	sendsOlderSecret: boolean;
	/** How many of its scopes nobody used for long; all of them when nobody used the key. */
	unusedScopes: number;
};

/** What is to be said about a key. Keys that do not work, and location tokens, are left alone. */
export function findingsOf(key: HealthFacts, now: Date): Finding[] {
	const { expiresAt, makerKeyId } = key;
	if (!key.enabled || key.revokedAt || makerKeyId || (expiresAt && expiresAt <= now)) return [];
	const isFound = { ...usageFindings(key, now), ...powerFindings(key), ...secretFindings(key, now) };
	return FINDINGS.filter((finding) => isFound[finding]);
}

function usageFindings({ lastUsedAt, idleFrom, inactivityExempt, recentAddresses }: HealthFacts, now: Date) {
	const since = lastUsedAt && lastUsedAt > idleFrom ? lastUsedAt : idleFrom;
	const isIdle = (days: number) => !inactivityExempt && since <= daysBefore(now, days);
	const isLongIdle = lastUsedAt !== null && isIdle(HEALTH_DAYS.longIdle);
	return {
		neverUsed: lastUsedAt === null && isIdle(HEALTH_DAYS.firstUse),
		idle60: isLongIdle,
		idle30: lastUsedAt !== null && !isLongIdle && isIdle(HEALTH_DAYS.idle),
		manyAddresses: recentAddresses >= MANY_ADDRESSES,
	};
}

const powerFindings = ({ level, role, scopeCount, unusedScopes }: HealthFacts) => ({
	fullAccess: role === "ADMIN" && scopeCount >= allScopesOf(level),
	admin: role === "ADMIN",
	unusedScopes: unusedScopes > 0 && unusedScopes < scopeCount,
});

const secretFindings = (
	{ expiresAt, secretSince, rotateEveryDays, sendsOlderSecret }: HealthFacts,
	now: Date,
) => ({
	noEndDate: expiresAt === null,
	expiring: expiresAt !== null && expiresAt <= daysBefore(now, -HEALTH_DAYS.expiring),
	oldSecret: secretSince <= daysBefore(now, rotateEveryDays ?? HEALTH_DAYS.secret),
	olderSecret: sendsOlderSecret,
});

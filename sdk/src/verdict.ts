export type Level = "AGENCY" | "LOCATION";
export type Role = "ADMIN" | "READONLY";

export type VerdictCode =
	| "VALID"
	| "NOT_FOUND"
	| "REVOKED"
	| "DISABLED"
	| "EXPIRED"
	| "SUSPENDED"
	| "FORBIDDEN"
	| "INSUFFICIENT_PERMISSIONS"
	| "RATE_LIMITED"
	| "USAGE_EXCEEDED";

export type KeyFacts = {
	keyId: string;
	level: Level;
	agencyId: string;
	/** The locations that the key acts on. */
	locationIds: string[];
	title: string;
	role: Role;
	scopes: string[];
	expiresAt: string | null;
	/** Null for a key without a limit. */
	rateLimit: { limit: number; remaining: number; resetAt: string } | null;
	/** Null for a key without a quota. */
	credits: { remaining: number } | null;
};

type Said = { detail: string; requestId: string };

/** A good key comes with its facts; of a key that is unknown, or another agency's, there are none. */
export type Verdict =
	| (Said & KeyFacts & { valid: true; code: "VALID" })
	| (Said & Partial<KeyFacts> & { valid: false; code: Exclude<VerdictCode, "VALID"> });

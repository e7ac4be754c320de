import type { KeyLevel, KeyRole, KeyStatus } from "./key.ts";

/** A key that there is something to say about, with what may be said. Instants are ISO 8601. */
export type FoundKey = {
	id: string;
	level: KeyLevel;
	location: { name: string; slug: string } | null;
	title: string;
	role: KeyRole;
	scopes: string[];
	status: KeyStatus;
	createdAt: string;
	lastUsedAt: string | null;
	/** When it was last used, made, switched on or kept alive. */
	idleSince: string;
	/** When the inactivity rule deletes it if nobody uses it; null when it never does. */
	deletesAt: string | null;
	expiresAt: string | null;
	secretSince: string;
	rotateEveryDays: number | null;
	/** Addresses of the last 30 days. */
	recentAddresses: number;
	/** The older secret that is still sent: until when it goes on, and when it was sent last. */
	older: { endsAt: string; usedAt: string } | null;
};

import type { Call, CallOptions, Send } from "./transport.ts";
import type { Level, Role, VerdictCode } from "./verdict.ts";

/** Moments are ISO 8601 in UTC. */
export type ApiKey = {
	id: string;
	level: Level;
	/** Location keys: their location. */
	locationId: string | null;
	/** Agency keys: the locations that they act on; null for all. */
	locationIds: string[] | null;
	title: string;
	description: string;
	role: Role;
	scopes: string[];
	status: string;
	masked: string;
	allowedAddresses: string[];
	rateLimit: { max: number; seconds: number } | null;
	credits: { remaining: number; refill: Refill | null; refillsAt: string | null } | null;
	expiresAt: string | null;
	revokedReason: string | null;
	lastUsedAt: string | null;
	createdAt: string;
	createdBy: string;
	inactivityDays: number | null;
	inactivityExempt: boolean;
	deletesAt: string | null;
	rotateEveryDays: number | null;
	/** Goes up with each change. */
	version: number;
};

export type Refill = { [member: string]: unknown };

/** The secret stands in this answer and nowhere else: store it now. */
export type CreatedKey = ApiKey & { key: string };

/** Whether no process accepts the old state any more. If not, `certainBy` says from when that is certain. */
export type Propagation = { propagated: boolean; laggards?: number; certainBy?: string };
export type ChangedKey = ApiKey & Propagation;
export type RotatedKey = CreatedKey & Propagation & { olderSecretEndsAt: string };
export type DeletedKey = Propagation & { id: string; deleted: true };

/** What may be said of a key. What is left out keeps its value, or gets the usual one. */
export type KeyChanges = {
	title?: string;
	description?: string;
	locationIds?: readonly string[] | null;
	role?: Role;
	scopes?: readonly string[];
	expiresAt?: string | null;
	allowedAddresses?: readonly string[];
	rateLimit?: { max: number; seconds: number } | null;
	credits?: number | null;
	refill?: Refill | null;
	inactivityDays?: number | null;
	inactivityExempt?: boolean;
	rotateEveryDays?: number | null;
};

export type NewKey = KeyChanges & {
	level: Level;
	/** Location keys: their location. */
	locationId?: string;
	title: string;
	scopes: readonly string[];
};

/** The version that you saw. When the key is at another by now, nothing is changed, and the code is `conflict`. */
export type Seen = { version?: number };

export type ListKeys = {
	level?: Level;
	locationId?: string;
	status?: string;
	role?: Role;
	/** Keys that may do what this scope names. */
	scope?: string;
	unused?: boolean;
	limit?: number;
	cursor?: string;
};

export type Page<Row> = { data: Row[]; nextCursor: string | null };

export type KeyUsage = {
	keyId: string;
	by: "hour" | "day";
	from: string;
	to: string;
	/** Oldest first. Hours and days without use are left out. */
	data: { at: string; verdict: VerdictCode; uses: number }[];
	lastUsedAt: string | null;
};

/** Calls that make a secret. The name under which an attempt is known again is made by itself unless given. */
export type MakingOptions = CallOptions & { idempotencyKey?: string };

export type Keys = {
	list: (query?: ListKeys, options?: CallOptions) => Promise<Page<ApiKey>>;
	create: (key: NewKey, options?: MakingOptions) => Promise<CreatedKey>;
	get: (id: string, options?: CallOptions) => Promise<ApiKey>;
	update: (id: string, changes: KeyChanges & Seen, options?: CallOptions) => Promise<ChangedKey>;
	/** To the trash, from where it can be restored for 30 days. */
	delete: (id: string, options?: CallOptions) => Promise<DeletedKey>;
	/** A new secret; the one before is good for the overlap. */
	rotate: (
		id: string,
		input: Seen & { overlapSeconds: number },
		options?: MakingOptions,
	) => Promise<RotatedKey>;
	/** The older secret ends now. */
	endOverlap: (id: string, input?: Seen, options?: CallOptions) => Promise<ChangedKey>;
	disable: (id: string, options?: CallOptions) => Promise<ChangedKey>;
	enable: (id: string, options?: CallOptions) => Promise<ChangedKey>;
	/** For ever. */
	revoke: (id: string, input: { reason: string }, options?: CallOptions) => Promise<ChangedKey>;
	restore: (id: string, options?: CallOptions) => Promise<ChangedKey>;
	/** Counts as a use for the inactivity rule. */
	keepAlive: (id: string, options?: CallOptions) => Promise<ChangedKey>;
	/** How often which verdict was given. */
	usage: (
		id: string,
		query?: { by?: "hour" | "day"; from?: string; to?: string },
		options?: CallOptions,
	) => Promise<KeyUsage>;
};

const PATH = "/api/v2/keys";
const at = (id: string, verb = "") => `${PATH}/${encodeURIComponent(id)}${verb && `/${verb}`}`;

/** Managing keys. The program's own key needs `keys.readonly` or `keys.write`, and never makes more than it holds. */
export function keysOf(send: Send): Keys {
	const ask = <Answer>(call: Call, options?: CallOptions) => send(call, options) as Promise<Answer>;
	const read = <Answer>(path: string, query?: Call["query"], options?: CallOptions) =>
		ask<Answer>({ method: "GET", path, query, repeatable: "always" }, options);
	const make = <Answer>(path: string, body: object, options: MakingOptions = {}) => {
		const { idempotencyKey = crypto.randomUUID(), ...rest } = options;
		const headers = { "Idempotency-Key": idempotencyKey };
		return ask<Answer>({ method: "POST", path, body, headers, repeatable: "always" }, rest);
	};
	const step = (id: string, verb: string, options?: CallOptions, body?: object) =>
		ask<ChangedKey>({ method: "POST", path: at(id, verb), body, repeatable: "refused" }, options);

	return {
		list: (query, options) => read(PATH, query, options),
		create: (key, options) => make(PATH, key, options),
		get: (id, options) => read(at(id), undefined, options),
		update: (id, changes, options) =>
			ask({ method: "PATCH", path: at(id), body: changes, repeatable: "refused" }, options),
		delete: (id, options) => ask({ method: "DELETE", path: at(id), repeatable: "refused" }, options),
		rotate: (id, input, options) => make(at(id, "rotate"), input, options),
		endOverlap: (id, input = {}, options) => step(id, "end-overlap", options, input),
		disable: (id, options) => step(id, "disable", options),
		enable: (id, options) => step(id, "enable", options),
		revoke: (id, input, options) => step(id, "revoke", options, input),
		restore: (id, options) => step(id, "restore", options),
		keepAlive: (id, options) => step(id, "keep-alive", options),
		usage: (id, query, options) => read(at(id, "usage"), query, options),
	};
}

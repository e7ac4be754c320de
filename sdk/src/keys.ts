import type { Call, CallOptions, Send } from "./transport.ts";
import type { Level, Role } from "./verdict.ts";

export type ApiKey = {
	id: string;
	level: Level;
	agencyId: string;
	locationId: string | null;
	title: string;
	description: string;
	role: Role;
	scopes: string[];
	status: string;
	expiresAt: string | null;
	[member: string]: unknown;
};

/** The secret stands in this answer and nowhere else: store it now. */
export type CreatedKey = ApiKey & { key: string };

/** `propagated`: no process accepts the old state any more. If false, `certainBy` says from when that is certain. */
export type Changed<Facts = ApiKey> = Facts & {
	propagated: boolean;
	laggards?: string[];
	certainBy?: string;
};

export type NewKey = {
	level?: Level;
	locationId?: string;
	title: string;
	role?: Role;
	scopes?: readonly string[];
	[member: string]: unknown;
};

export type ListKeys = {
	level?: Level;
	locationId?: string;
	status?: string;
	role?: Role;
	scope?: string;
	unused?: boolean;
	limit?: number;
	cursor?: string;
};

export type Page<Row> = { data: Row[]; nextCursor: string | null };

export type UsageBucket = { at: string; [verdict: string]: unknown };
export type KeyUsage = { data: UsageBucket[]; [member: string]: unknown };

export type Keys = {
	list: (query?: ListKeys, options?: CallOptions) => Promise<Page<ApiKey>>;
	create: (key: NewKey, options?: CallOptions & { idempotencyKey?: string }) => Promise<CreatedKey>;
	get: (id: string, options?: CallOptions) => Promise<ApiKey>;
	update: (id: string, changes: Partial<NewKey>, options?: CallOptions) => Promise<Changed>;
	/** To the trash, from where it can be restored for 30 days. */
	delete: (id: string, options?: CallOptions) => Promise<Changed>;
	/** A new secret; the older one is good for the overlap. Sent once: an answer that was lost is yours to look into. */
	rotate: (
		id: string,
		input: { overlapSeconds: number },
		options?: CallOptions,
	) => Promise<Changed<CreatedKey>>;
	endOverlap: (id: string, options?: CallOptions) => Promise<Changed>;
	disable: (id: string, options?: CallOptions) => Promise<Changed>;
	enable: (id: string, options?: CallOptions) => Promise<Changed>;
	/** For ever. */
	revoke: (id: string, input: { reason: string }, options?: CallOptions) => Promise<Changed>;
	restore: (id: string, options?: CallOptions) => Promise<Changed>;
	keepAlive: (id: string, options?: CallOptions) => Promise<Changed>;
	/** How often which verdict was given. */
	usage: (id: string, query?: Record<string, string | number>, options?: CallOptions) => Promise<KeyUsage>;
};

const PATH = "/api/v2/keys";
const at = (id: string, verb = "") => `${PATH}/${encodeURIComponent(id)}${verb && `/${verb}`}`;

/** Managing keys. The program's own key needs `keys.readonly` or `keys.write`, and never makes more than it holds. */
export function keysOf(send: Send): Keys {
	const ask = <Answer>(call: Call, options?: CallOptions) => send(call, options) as Promise<Answer>;
	const change = (id: string, verb: string, options?: CallOptions, body?: object) =>
		ask<never>({ method: "POST", path: at(id, verb), body: body ?? {}, repeatable: "refused" }, options);

	return {
		list: (query, options) => ask({ method: "GET", path: PATH, query, repeatable: "always" }, options),
		create: (key, { idempotencyKey = crypto.randomUUID(), ...options } = {}) =>
			ask(
				{
					method: "POST",
					path: PATH,
					body: key,
					headers: { "Idempotency-Key": idempotencyKey },
					repeatable: "always",
				},
				options,
			),
		get: (id, options) => ask({ method: "GET", path: at(id), repeatable: "always" }, options),
		update: (id, changes, options) =>
			ask({ method: "PATCH", path: at(id), body: changes, repeatable: "refused" }, options),
		delete: (id, options) => ask({ method: "DELETE", path: at(id), repeatable: "refused" }, options),
		rotate: (id, input, options) => change(id, "rotate", options, input),
		endOverlap: (id, options) => change(id, "end-overlap", options),
		disable: (id, options) => change(id, "disable", options),
		enable: (id, options) => change(id, "enable", options),
		revoke: (id, input, options) => change(id, "revoke", options, input),
		restore: (id, options) => change(id, "restore", options),
		keepAlive: (id, options) => change(id, "keep-alive", options),
		usage: (id, query, options) =>
			ask({ method: "GET", path: at(id, "usage"), query, repeatable: "always" }, options),
	};
}

import type { Latchkey } from "./client.ts";
import { LatchkeyError } from "./errors.ts";
import type { Verdict } from "./verdict.ts";

export type Good = Extract<Verdict, { valid: true }>;

export type Demand = {
	/** What the key must hold. */
	scopes?: readonly string[];
	/** The location that the key must act on. */
	locationId?: string;
	/** Credits that a request takes; 1 unless told. */
	cost?: number;
};

export type GuardOptions = {
	/** Told when no verdict could be had: because Latchkey is away, or because your own key may not ask. */
	onError?: (error: unknown) => void;
};

export type Refusal = { status: number; headers: Record<string, string>; body: object };

const BEARER = /^Bearer +([^\s,]+) *$/i;
const REALM = 'Bearer realm="latchkey"';
const STATUS: Record<Exclude<Verdict["code"], "VALID">, number> = {
	NOT_FOUND: 401,
	REVOKED: 401,
	DISABLED: 401,
	EXPIRED: 401,
	SUSPENDED: 403,
	FORBIDDEN: 403,
	INSUFFICIENT_PERMISSIONS: 403,
	RATE_LIMITED: 429,
	USAGE_EXCEEDED: 429,
};
const WAIT_SECONDS = 60;

/** Verifies the key that a request came with. Where nobody knows whether it is good, the request is refused. */
export async function judge(
	client: Pick<Latchkey, "verify">,
	authorization: string | null | undefined,
	demand: Demand & { clientIp?: string },
	{ onError }: GuardOptions,
): Promise<{ verdict: Good } | { refusal: Refusal }> {
	const key = BEARER.exec(authorization ?? "")?.[1];
	if (!key) {
		return { refusal: refuse(401, "unauthenticated", "Send an API key: Authorization: Bearer lk_…", REALM) };
	}
	try {
		const verdict = await client.verify({ key, ...demand });
		return verdict.valid === true ? { verdict } : { refusal: refuseKey(verdict, demand.scopes ?? []) };
	} catch (error) {
		if (error instanceof LatchkeyError && error.errors.some(({ field }) => field === "key")) {
			return {
				refusal: refuse(401, "NOT_FOUND", "What was sent is no key.", `${REALM}, error="invalid_token"`),
			};
		}
		tell(onError, error);
		const refusal = refuse(503, "unavailable", "The key cannot be checked right now. Try again.");
		refusal.headers["Retry-After"] = "1";
		return { refusal };
	}
}

/** A report that fails lets nobody through, and leaves nobody waiting. */
function tell(onError: GuardOptions["onError"], error: unknown) {
	try {
		onError?.(error);
	} catch {
		// It is not the request's matter.
	}
}

function refuseKey(verdict: Exclude<Verdict, { valid: true }>, scopes: readonly string[]): Refusal {
	const status = STATUS[verdict.code] ?? 403;
	const wanted = verdict.code === "INSUFFICIENT_PERMISSIONS" ? `, scope="${scopes.join(" ")}"` : null;
	const challenge =
		status === 401
			? `${REALM}, error="invalid_token"`
			: wanted && `${REALM}, error="insufficient_scope"${wanted}`;
	const refusal = refuse(status, verdict.code, verdict.detail, challenge ?? undefined);
	if (status === 429) refusal.headers["Retry-After"] = String(secondsUntil(verdict.rateLimit?.resetAt));
	return refusal;
}

const secondsUntil = (moment: string | undefined) =>
	moment === undefined ? WAIT_SECONDS : Math.max(1, Math.ceil((Date.parse(moment) - Date.now()) / 1_000));

const refuse = (status: number, code: string, detail: string, challenge?: string): Refusal => ({
	status,
	headers: {
		"Content-Type": "application/problem+json; charset=utf-8",
		"Cache-Control": "no-store",
		...(challenge && { "WWW-Authenticate": challenge }),
	},
	body: { status, code, detail },
});

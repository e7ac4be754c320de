import type { Problem } from "#lib/contracts/problem.ts";
import type { VerdictFacts } from "#lib/contracts/v2/verify.ts";
import { ERRORS } from "#lib/core/errors.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import { effectiveScopes } from "#lib/verify/decide.ts";
import { type KnownVerdict, UNAVAILABLE, type Verdict, verifyKey } from "#lib/verify/verify-key.ts";
import { type ApiRequest, type ApiResponse, problem, refusals, type Surroundings } from "./endpoint.ts";

type Holder = { verdict: KnownVerdict } | { refusal: ApiResponse };

const BEARER = /^Bearer +([^\s,]+) *$/i;
const KEY_TEXT_MAX = 512;
const CLIENT_MAX = 200;
const REALM = 'Bearer realm="latchkey"';

/** The status of a refusal on routes where the key is the caller's own credential. */
const REFUSAL_STATUS: Record<Exclude<VerdictCode, "VALID">, number> = {
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

/** The sender's user agent in a form that is safe to store and to show. */
export const clientOf = (request: ApiRequest) =>
	(request.header("user-agent") ?? "").replace(/[^\x20-\x7e]/g, "?").slice(0, CLIENT_MAX);

/** What a caller's own key must be good for when it asks about another. Asking takes no credits. */
export const MAY_VERIFY = { scopes: ["keys.verify"], locationId: null, cost: 0 } as const;

/** Verifies the key that the caller presents for itself. */
export async function verifyHolder(
	request: ApiRequest,
	{ engine, origin }: Surroundings,
	demand: { scopes: readonly string[]; locationId: string | null; cost: number },
): Promise<Holder> {
	const refuse = refusals(origin, request.requestId);
	const authorization = request.header("authorization");
	const key = BEARER.exec(authorization ?? "")?.[1];
	if (authorization === null || !key || key.length > KEY_TEXT_MAX) {
		return {
			refusal: refuse("unauthenticated", "Send an API key: Authorization: Bearer lk_…", {
				headers: { "WWW-Authenticate": authorization === null ? REALM : `${REALM}, error="invalid_request"` },
			}),
		};
	}

	const verdict = await verifyKey(engine, {
		key,
		asker: null,
		scopes: demand.scopes,
		locationId: demand.locationId,
		address: request.address,
		client: clientOf(request),
		cost: demand.cost,
	});
	if (verdict === UNAVAILABLE) return { refusal: refuseUnavailable(request, origin) };
	if (verdict.code === "VALID") return { verdict };
	return { refusal: refuseKey(request, origin, verdict.code, verdict, demand.scopes) };
}

export const refuseUnavailable = (request: ApiRequest, origin: string) =>
	refusals(origin, request.requestId)(
		"unavailable",
		"The key cannot be checked right now. This says nothing about the key; try again.",
	);

function refuseKey(
	request: ApiRequest,
	origin: string,
	code: Exclude<VerdictCode, "VALID">,
	{ rateLimit, facts: known }: Verdict,
	scopes: readonly string[],
) {
	const now = known?.database_now;
	const status = REFUSAL_STATUS[code];
	const facts: Problem = {
		code,
		status,
		title: status === 401 ? ERRORS.unauthenticated.title : VERDICTS[code].replace(/\.$/, ""),
		detail: VERDICTS[code],
		requestId: request.requestId,
	};
	const error = status === 401 ? "invalid_token" : "insufficient_scope";
	const challenge = `${REALM}, error="${error}", error_description="${VERDICTS[code]}"${
		code === "INSUFFICIENT_PERMISSIONS" ? `, scope="${scopes.join(" ")}"` : ""
	}`;
	const waitSeconds = rateLimit && now ? secondsUntil(rateLimit.resetAt, now) : 60;
	return problem(origin, facts, {
		...(now && rateLimitHeaders(rateLimit, now)),
		...(status === 401 || code === "INSUFFICIENT_PERMISSIONS" ? { "WWW-Authenticate": challenge } : {}),
		...(status === 429 ? { "Retry-After": String(waitSeconds) } : {}),
	});
}

const secondsUntil = (instant: Date, now: Date) =>
	Math.max(1, Math.ceil((instant.getTime() - now.getTime()) / 1000));

/** The `RateLimit` header fields of the IETF's HTTP API working group; none for a key without a limit. */
export const rateLimitHeaders = (rateLimit: Verdict["rateLimit"], now: Date): Record<string, string> =>
	rateLimit
		? {
				"RateLimit-Policy": `"key";q=${rateLimit.limit};w=${rateLimit.seconds}`,
				RateLimit: `"key";r=${rateLimit.remaining};t=${secondsUntil(rateLimit.resetAt, now)}`,
			}
		: {};

/** The part of a verdict that goes over the wire. */
export const wireFacts = ({ facts, rateLimit, credits }: KnownVerdict): VerdictFacts => ({
	keyId: facts.key_id,
	level: facts.level,
	agencyId: facts.agency_id,
	locationIds: facts.location_ids,
	title: facts.title,
	role: facts.role,
	scopes: effectiveScopes(facts),
	expiresAt: facts.expires_at,
	rateLimit,
	credits,
});

import type { Problem } from "#lib/contracts/problem.ts";
import type { VerdictFacts } from "#lib/contracts/v2/verify.ts";
import { ERRORS } from "#lib/core/errors.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import { effectiveScopes } from "#lib/verify/decide.ts";
import { UNAVAILABLE, type Verdict, verifyKey } from "#lib/verify/verify-key.ts";
import { type ApiRequest, type ApiResponse, problem, refusals, type Surroundings } from "./endpoint.ts";

type Holder = { verdict: Verdict & { facts: NonNullable<Verdict["facts"]> } } | { refusal: ApiResponse };

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

/** Verifies the key that the caller presents for itself. */
export async function verifyHolder(
	request: ApiRequest,
	{ engine, origin }: Surroundings,
	demand: { scopes: readonly string[]; cost: number },
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
		locationId: null,
		address: request.address,
		client: clientOf(request),
		cost: demand.cost,
	});
	if (verdict === UNAVAILABLE) return { refusal: refuseUnavailable(request, origin) };
	const { code, facts } = verdict;
	if (code === "VALID" && facts) return { verdict: { ...verdict, facts } };
	return {
		refusal: refuseKey(
			request,
			origin,
			code === "VALID" ? "NOT_FOUND" : code,
			demand.scopes,
			verdict,
			facts?.database_now,
		),
	};
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
	scopes: readonly string[],
	{ rateLimit }: Verdict,
	now: Date | undefined,
) {
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
	const waitSeconds =
		rateLimit && now ? Math.max(1, Math.ceil((rateLimit.resetAt.getTime() - now.getTime()) / 1000)) : 60;
	return problem(origin, facts, {
		...(status === 401 || code === "INSUFFICIENT_PERMISSIONS" ? { "WWW-Authenticate": challenge } : {}),
		...(status === 429 ? { "Retry-After": String(waitSeconds) } : {}),
	});
}

/** The part of a verdict that goes over the wire. */
export function wireFacts({ facts, rateLimit, credits }: Verdict): VerdictFacts | null {
	return (
		facts && {
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
		}
	);
}

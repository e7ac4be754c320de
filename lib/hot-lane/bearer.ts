import { type Problem, problemText } from "#lib/contracts/problem.ts";
import type { VerdictFacts } from "#lib/contracts/v2/verify.ts";
import { after } from "#lib/core/after.ts";
import { ERRORS } from "#lib/core/errors.ts";
import { VERDICTS, type VerdictCode } from "#lib/core/verdicts.ts";
import { TOO_MANY_GUESSES } from "#lib/verify/guesses.ts";
import type { KeyFacts } from "#lib/verify/key-facts.ts";
import { UNKNOWN_LIMIT } from "#lib/verify/limits-of-call.ts";
import { UNAVAILABLE } from "#lib/verify/unavailable.ts";
import { type KnownVerdict, type NoVerdict, type Verdict, verifyKey } from "#lib/verify/verify-key.ts";
import { type ApiRequest, type ApiResponse, problemOfText, refusals, type Surroundings } from "./endpoint.ts";

/** A refusal says, where there was one, which verdict it comes from. */
export type Holder = { verdict: KnownVerdict } | { refusal: ApiResponse; refused?: KnownVerdict };

/** What the caller's key must be good for. */
export type Demand = { scopes: readonly string[]; locationId: string | null; cost: number };

const BEARER = /^Bearer +([^\s,]+) *$/i;
const KEY_TEXT_MAX = 512;
const CLIENT_MAX = 200;
const UNPRINTABLE = /[^\x20-\x7e]/g;
const REALM = 'Bearer realm="latchkey"';

/** The status of a refusal on routes where the key is the caller's own credential. */
export const REFUSAL_STATUS: Record<Exclude<VerdictCode, "VALID">, number> = {
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
	(request.header("user-agent") ?? "").replace(UNPRINTABLE, "?").slice(0, CLIENT_MAX);

/** What a caller's own key must be good for when it asks about another. Asking takes no credits. */
export const MAY_VERIFY = { scopes: ["keys.verify"], locationId: null, cost: 0 } as const;

/** The text that the caller presents as its key; null when there is none. */
export function bearerOf(request: ApiRequest) {
	const authorization = request.header("authorization");
	return authorization === null ? null : (BEARER.exec(authorization)?.[1] ?? null);
}

/** Verifies the key that the caller presents for itself. */
export function verifyHolder(
	request: ApiRequest,
	{ engine, origin }: Surroundings,
	demand: Demand,
): Holder | Promise<Holder> {
	const authorization = request.header("authorization");
	const key = bearerOf(request);
	if (authorization === null || !key || key.length > KEY_TEXT_MAX) {
		return {
			refusal: refusals(origin, request.requestId)(
				"unauthenticated",
				"Send an API key: Authorization: Bearer lk_…",
				{
					headers: {
						"WWW-Authenticate": authorization === null ? REALM : `${REALM}, error="invalid_request"`,
					},
				},
			),
		};
	}

	const verdict = verifyKey(engine, {
		key,
		asker: null,
		guesser: request.address === null ? null : { address: request.address, teller: null },
		scopes: demand.scopes,
		locationId: demand.locationId,
		address: request.address,
		client: clientOf(request),
		cost: demand.cost,
		requestId: request.requestId,
	});
	return after(verdict, (given) => {
		if (typeof given === "string") return { refusal: refuseNoVerdict(request, origin, given) };
		if (given.code === "VALID") return { verdict: given };
		const refusal = refuseKey(request, origin, given.code, given, demand.scopes);
		return given.facts ? { refusal, refused: given } : { refusal };
	});
}

/** Why there is no verdict. No reason says anything about the key, but for one that whoever may know of it asked for. */
export function refuseNoVerdict(request: ApiRequest, origin: string, reason: NoVerdict) {
	const refuse = refusals(origin, request.requestId);
	switch (reason) {
		case UNAVAILABLE:
			return refuse(
				"unavailable",
				"The key cannot be checked right now. This says nothing about the key; try again.",
			);
		case TOO_MANY_GUESSES:
			return refuse(
				"rate_limited",
				"Too many unknown keys came from this network. This says nothing about the key; try again.",
				{ headers: { "Retry-After": "1" } },
			);
		case UNKNOWN_LIMIT: {
			const message = "The key has no limit by one of these names: give limit and duration as well.";
			return refuse("invalid_input", message, { errors: [{ field: "ratelimits", message }] });
		}
	}
}

function refuseKey(
	request: ApiRequest,
	origin: string,
	code: Exclude<VerdictCode, "VALID">,
	verdict: Verdict,
	scopes: readonly string[],
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
	const rateLimit = verdict.facts && (verdict.rateLimit ?? fullLimit(verdict));
	const waitSeconds = rateLimit && verdict.facts ? secondsUntil(rateLimit.resetAt, verdict.at) : 60;
	return problemOfText(status, problemText(origin, facts), {
		...(verdict.facts && rateLimitHeaders(verdict)),
		...(status === 401 || code === "INSUFFICIENT_PERMISSIONS" ? { "WWW-Authenticate": challenge } : {}),
		...(status === 429 ? { "Retry-After": String(waitSeconds) } : {}),
	});
}

const secondsUntil = (moment: number, now: number) => Math.max(1, Math.ceil((moment - now) / 1_000));

/** The `RateLimit` header fields of the IETF's HTTP API working group; none for a key without a limit. */
export const rateLimitHeaders = ({ rateLimit, at }: KnownVerdict): Record<string, string> | undefined =>
	rateLimit === null
		? undefined
		: {
				"RateLimit-Policy": `"key";q=${rateLimit.limit};w=${rateLimit.seconds}`,
				RateLimit: `"key";r=${rateLimit.remaining};t=${secondsUntil(rateLimit.resetAt, at)}`,
			};

/** What a use was refused by, where that is a limit by name. */
const fullLimit = ({ named }: KnownVerdict) => named?.find(({ allowed }) => !allowed)?.state ?? null;

/** The part of a verdict that goes over the wire. */
export function wireFacts(verdict: KnownVerdict): VerdictFacts {
	const { facts, rateLimit, credits } = verdict;
	return {
		keyId: facts.keyId,
		level: facts.level,
		agencyId: facts.agency.id,
		locationIds: locationsOf(facts),
		title: facts.title,
		role: facts.role,
		scopes: facts.scopes,
		expiresAt: facts.expiresAt,
		rateLimit: rateLimit ?? fullLimit(verdict),
		credits,
	};
}

const locationsOf = ({ agency, chosenLocations, locationId }: KeyFacts) =>
	locationId === null ? (chosenLocations ?? agency.locations) : { json: `["${locationId}"]` };

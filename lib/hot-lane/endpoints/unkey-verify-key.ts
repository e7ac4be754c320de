import {
	identityOf,
	presentLimit,
	UnkeyVerifyBody,
	type UnkeyVerifyData,
	unkeyCodeOf,
} from "#lib/contracts/unkey/verify.ts";
import { after } from "#lib/core/after.ts";
import { OWN_LIMIT } from "#lib/core/keys/program-limits.ts";
import { VERDICTS } from "#lib/core/verdicts.ts";
import { type Asker, type KnownVerdict, type Verdict, verifyKey } from "#lib/verify/verify-key.ts";
import { clientOf, MAY_VERIFY, refuseNoVerdict } from "../bearer.ts";
import { type ApiRequest, type Endpoint, json, refusals, type Surroundings } from "../endpoint.ts";
import { parseJsonBody } from "../json-body.ts";
import { verifySigner } from "../signed-request.ts";

/** `POST /api/unkey/v2/keys.verifyKey`: our verification, asked and answered in the Unkey dialect. */
export const unkeyVerifyKeyEndpoint: Endpoint = {
	path: "/api/unkey/v2/keys.verifyKey",
	methods: ["POST"],
	takesBody: true,
	handle(request, surroundings) {
		return after(verifySigner(request, surroundings, MAY_VERIFY), (holder) =>
			"refusal" in holder ? holder.refusal : verifyAsked(request, surroundings, holder.verdict.facts),
		);
	},
};

function verifyAsked(request: ApiRequest, { engine, origin }: Surroundings, asker: Asker) {
	const body = parseJsonBody(request, UnkeyVerifyBody, refusals(origin, request.requestId));
	if ("refusal" in body) return body.refusal;
	const { key, permissions, credits, ratelimits, clientIp, locationId } = body.value;
	const limits = ratelimits?.map(({ name, cost, limit, duration }) => ({
		name,
		cost,
		rule: limit && duration ? { max: limit, seconds: duration / 1_000 } : undefined,
	}));
	const verdict = verifyKey(engine, {
		key,
		asker,
		guesser: clientIp === undefined ? null : { address: clientIp, teller: asker.agency.id },
		scopes: [],
		permissions,
		locationId: locationId ?? null,
		address: clientIp ?? request.address,
		client: clientOf(request),
		cost: credits?.cost ?? 1,
		limits,
		requestId: request.requestId,
	});
	return after(verdict, (given) => {
		if (typeof given === "string") return refuseNoVerdict(request, origin, given);
		return json(200, { meta: { requestId: request.requestId }, data: presentVerdict(given) });
	});
}

function presentVerdict(verdict: Verdict): UnkeyVerifyData {
	const { code } = verdict;
	const opening = { valid: code === "VALID", code: unkeyCodeOf(code), detail: VERDICTS[code] };
	if (verdict.facts === null) return opening;
	const { facts, credits } = verdict;
	const limits = presentLimits(verdict);
	return {
		...opening,
		keyId: facts.keyId,
		name: facts.title,
		...(facts.meta !== null && { meta: JSON.parse(facts.meta) }),
		...(facts.expiresAt !== Number.POSITIVE_INFINITY && { expires: facts.expiresAt }),
		...(credits !== null && { credits }),
		enabled: code !== "DISABLED" && code !== "REVOKED",
		permissions: [...facts.scopes.list],
		roles: [facts.role],
		...(facts.externalId !== null && { identity: identityOf(facts.externalId) }),
		...(limits.length > 0 && { ratelimits: limits }),
	};
}

/** The key's own limit, which always applies, and those by name. */
function presentLimits({ code, facts, rateLimit, named = [] }: KnownVerdict) {
	const isOwnFull = code === "RATE_LIMITED" && named.every(({ allowed }) => allowed);
	const own = { id: facts.keyId, name: facts.programLimits?.own ?? OWN_LIMIT, autoApply: true };
	return [
		...(rateLimit === null ? [] : [presentLimit(own, rateLimit, isOwnFull)]),
		...named.map(({ name, autoApply, allowed, state }) =>
			presentLimit({ id: name, name, autoApply }, state, !allowed),
		),
	];
}

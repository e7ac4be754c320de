import { UnkeyLimitBody } from "#lib/contracts/unkey/ratelimit.ts";
import { after } from "#lib/core/after.ts";
import type { KnownVerdict } from "#lib/verify/verify-key.ts";
import { MAY_VERIFY } from "../bearer.ts";
import { type ApiRequest, type Endpoint, json, refusals, type Surroundings } from "../endpoint.ts";
import { parseJsonBody } from "../json-body.ts";
import { verifySigner } from "../signed-request.ts";

/** `POST /api/unkey/v2/ratelimit.limit`: counts a use against a window that the caller names in its agency. */
export const unkeyLimitEndpoint: Endpoint = {
	path: "/api/unkey/v2/ratelimit.limit",
	methods: ["POST"],
	takesBody: true,
	handle(request, surroundings) {
		return after(verifySigner(request, surroundings, MAY_VERIFY), (holder) =>
			"refusal" in holder ? holder.refusal : countUse(request, surroundings, holder.verdict),
		);
	},
};

function countUse(request: ApiRequest, { engine, origin }: Surroundings, { facts, at }: KnownVerdict) {
	const body = parseJsonBody(request, UnkeyLimitBody, refusals(origin, request.requestId));
	if ("refusal" in body) return body.refusal;
	const { namespace, identifier, limit, duration, cost } = body.value;
	const rule = { max: limit, seconds: duration / 1_000 };
	const named = { scope: ["namespace", namespace], name: identifier, rule, cost } as const;
	return after(engine.namedWindows.take(facts.agency.id, named, at), ({ allowed, state }) =>
		json(200, {
			meta: { requestId: request.requestId },
			data: { success: allowed, limit, remaining: state.remaining, reset: Math.ceil(state.resetAt) },
		}),
	);
}

import { presentVerdict, VerifyBody } from "#lib/contracts/v2/verify.ts";
import { after } from "#lib/core/after.ts";
import { type Asker, verifyKey } from "#lib/verify/verify-key.ts";
import { clientOf, MAY_VERIFY, refuseNoVerdict, wireFacts } from "../bearer.ts";
import { type ApiRequest, type Endpoint, jsonText, refusals, type Surroundings } from "../endpoint.ts";
import { parseJsonBody } from "../json-body.ts";
import { verifySigner } from "../signed-request.ts";

/** `POST /api/v2/keys/verify`: a gateway or service asks whether somebody's key is good. */
export const verifyKeyEndpoint: Endpoint = {
	path: "/api/v2/keys/verify",
	methods: ["POST"],
	takesBody: true,
	handle(request, surroundings) {
		return after(verifySigner(request, surroundings, MAY_VERIFY), (holder) =>
			"refusal" in holder ? holder.refusal : verifyAsked(request, surroundings, holder.verdict.facts),
		);
	},
};

function verifyAsked(request: ApiRequest, { engine, origin }: Surroundings, asker: Asker) {
	const body = parseJsonBody(request, VerifyBody, refusals(origin, request.requestId));
	if ("refusal" in body) return body.refusal;
	const { key, scopes, locationId, clientIp, cost } = body.value;
	const verdict = verifyKey(engine, {
		key,
		asker,
		// Whoever asks for others does not guess; those others do, if it says who they are.
		guesser: clientIp === undefined ? null : { address: clientIp, teller: asker.agency.id },
		scopes,
		locationId: locationId ?? null,
		address: clientIp ?? request.address,
		client: clientOf(request),
		cost,
		requestId: request.requestId,
	});
	return after(verdict, (given) => {
		if (typeof given === "string") return refuseNoVerdict(request, origin, given);
		const facts = given.code === "NOT_FOUND" ? null : wireFacts(given);
		return jsonText(200, presentVerdict(given.code, facts, request.requestId));
	});
}

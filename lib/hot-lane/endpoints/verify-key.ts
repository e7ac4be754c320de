import { presentVerdict, VerifyBody } from "#lib/contracts/v2/verify.ts";
import { UNAVAILABLE, verifyKey } from "#lib/verify/verify-key.ts";
import { clientOf, MAY_VERIFY, refuseUnavailable, verifyHolder, wireFacts } from "../bearer.ts";
import { type Endpoint, json, refusals } from "../endpoint.ts";
import { parseJsonBody } from "../json-body.ts";

/** `POST /api/v2/keys/verify`: a gateway or service asks whether somebody's key is good. */
export const verifyKeyEndpoint: Endpoint = {
	path: "/api/v2/keys/verify",
	methods: ["POST"],
	takesBody: true,
	async handle(request, surroundings) {
		const { engine, origin } = surroundings;
		const holder = await verifyHolder(request, surroundings, MAY_VERIFY);
		if ("refusal" in holder) return holder.refusal;
		const body = parseJsonBody(request, VerifyBody, refusals(origin, request.requestId));
		if ("refusal" in body) return body.refusal;

		const verdict = await verifyKey(engine, {
			key: body.value.key,
			asker: holder.verdict.facts,
			scopes: body.value.scopes,
			locationId: body.value.locationId ?? null,
			address: body.value.clientIp ?? request.address,
			client: clientOf(request),
			cost: body.value.cost,
		});
		if (verdict === UNAVAILABLE) return refuseUnavailable(request, origin);
		return json(
			200,
			presentVerdict(
				verdict.code,
				verdict.code === "NOT_FOUND" ? null : wireFacts(verdict),
				request.requestId,
			),
		);
	},
};

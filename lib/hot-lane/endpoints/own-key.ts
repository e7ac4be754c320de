import { presentVerdict } from "#lib/contracts/v2/verify.ts";
import { verifyHolder, wireFacts } from "../bearer.ts";
import { type Endpoint, json } from "../endpoint.ts";

/** A key asks about itself. Looking at itself costs no credits. */
const ownKeyAt = (path: string): Endpoint => ({
	path,
	methods: ["GET", "HEAD"],
	async handle(request, surroundings) {
		const holder = await verifyHolder(request, surroundings, { scopes: [], cost: 0 });
		if ("refusal" in holder) return holder.refusal;
		return json(200, presentVerdict("VALID", wireFacts(holder.verdict), request.requestId));
	},
});

export const ownKeyEndpoint = ownKeyAt("/api/v2/keys/me");
export const ownKeyV1Endpoint = ownKeyAt("/api/v1/me");

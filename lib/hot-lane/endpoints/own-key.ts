import { presentVerdict } from "#lib/contracts/v2/verify.ts";
import { after } from "#lib/core/after.ts";
import { rateLimitHeaders, wireFacts } from "../bearer.ts";
import { type Endpoint, jsonText } from "../endpoint.ts";
import { verifySigner } from "../signed-request.ts";

const ITSELF = { scopes: [], locationId: null, cost: 0 };

/** A key asks about itself. Looking at itself costs no credits. */
const ownKeyAt = (path: string): Endpoint => ({
	path,
	methods: ["GET", "HEAD"],
	takesBody: false,
	handle(request, surroundings) {
		return after(verifySigner(request, surroundings, ITSELF), (holder) => {
			if ("refusal" in holder) return holder.refusal;
			const { verdict } = holder;
			const body = presentVerdict("VALID", wireFacts(verdict), request.requestId);
			return jsonText(200, body, rateLimitHeaders(verdict));
		});
	},
});

export const ownKeyEndpoint = ownKeyAt("/api/v2/keys/me");
export const ownKeyV1Endpoint = ownKeyAt("/api/v1/me");

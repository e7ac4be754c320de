import { presentVerdict } from "#lib/contracts/v2/verify.ts";
import { rateLimitHeaders, verifyHolder, wireFacts } from "../bearer.ts";
import { type Endpoint, json } from "../endpoint.ts";

/** A key asks about itself. Looking at itself costs no credits. */
const ownKeyAt = (path: string): Endpoint => ({
	path,
	methods: ["GET", "HEAD"],
	takesBody: false,
	async handle(request, surroundings) {
		const holder = await verifyHolder(request, surroundings, { scopes: [], locationId: null, cost: 0 });
		if ("refusal" in holder) return holder.refusal;
		const { verdict } = holder;
		const body = presentVerdict("VALID", wireFacts(verdict), request.requestId);
		return json(200, body, rateLimitHeaders(verdict.rateLimit, verdict.facts.database_now));
	},
});

export const ownKeyEndpoint = ownKeyAt("/api/v2/keys/me");
export const ownKeyV1Endpoint = ownKeyAt("/api/v1/me");

import { UNAVAILABLE, verifyKey } from "#lib/verify/verify-key.ts";
import { clientOf, MAY_VERIFY, refuseUnavailable, verifyHolder, wireFacts } from "../bearer.ts";
import { type Endpoint, json, refusals } from "../endpoint.ts";

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
const TOKEN_MAX = 512;

/** `POST /api/v2/introspect`: RFC 7662 token introspection, where the token is an API key. Looking takes no credits. */
export const introspectEndpoint: Endpoint = {
	path: "/api/v2/introspect",
	methods: ["POST"],
	takesBody: true,
	async handle(request, surroundings) {
		const { engine, origin } = surroundings;
		const refuse = refusals(origin, request.requestId);
		const holder = await verifyHolder(request, surroundings, MAY_VERIFY);
		if ("refusal" in holder) return holder.refusal;
		if (!FORM_TYPE.test(request.header("content-type") ?? "")) {
			return refuse("unsupported_media_type", "Send token=… as application/x-www-form-urlencoded.");
		}
		const token = new URLSearchParams(request.body?.toString("utf8") ?? "").getAll("token");
		if (token.length !== 1 || !token[0] || token[0].length > TOKEN_MAX) {
			const message = `Send one token of up to ${TOKEN_MAX} characters.`;
			return refuse("invalid_input", message, { errors: [{ field: "token", message }] });
		}

		const verdict = await verifyKey(engine, {
			key: token[0],
			asker: holder.verdict.facts,
			scopes: [],
			locationId: null,
			address: request.address,
			client: clientOf(request),
			cost: 0,
		});
		if (verdict === UNAVAILABLE) return refuseUnavailable(request, origin);
		if (verdict.code !== "VALID") return json(200, { active: false });
		const facts = wireFacts(verdict);
		return json(200, {
			active: true,
			scope: facts.scopes.join(" "),
			client_id: facts.keyId,
			sub: verdict.facts.location_id ?? facts.agencyId,
			...(facts.expiresAt && { exp: seconds(facts.expiresAt) }),
			iat: seconds(verdict.facts.created_at),
			token_type: "Bearer",
		});
	},
};

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

import { verifyKey } from "#lib/verify/verify-key.ts";
import { clientOf, MAY_VERIFY, refuseNoVerdict } from "../bearer.ts";
import { type Endpoint, json, refusals } from "../endpoint.ts";
import { refuseType } from "../json-body.ts";
import { verifySigner } from "../signed-request.ts";

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
		const holder = await verifySigner(request, surroundings, MAY_VERIFY);
		if ("refusal" in holder) return holder.refusal;
		if (!FORM_TYPE.test(request.header("content-type") ?? "")) {
			return refuseType(refuse, "a form, token=…,", "application/x-www-form-urlencoded");
		}
		const token = new URLSearchParams(request.body?.toString("utf8") ?? "").getAll("token");
		if (token.length !== 1 || !token[0] || token[0].length > TOKEN_MAX) {
			const message = `Send one token of up to ${TOKEN_MAX} characters.`;
			return refuse("invalid_input", message, { errors: [{ field: "token", message }] });
		}

		const verdict = await verifyKey(engine, {
			key: token[0],
			asker: holder.verdict.facts,
			guesser: null,
			scopes: [],
			locationId: null,
			address: request.address,
			client: clientOf(request),
			cost: 0,
			requestId: request.requestId,
		});
		if (typeof verdict === "string") return refuseNoVerdict(request, origin, verdict);
		if (verdict.code !== "VALID") return json(200, { active: false });
		const { agency, createdAt, expiresAt, keyId, locationId, scopes, secretEndsAt } = verdict.facts;
		// The text that was asked about is over with its secret, even where the key goes on.
		const endsAt = Math.min(expiresAt, secretEndsAt);
		return json(200, {
			active: true,
			scope: scopes.list.join(" "),
			client_id: keyId,
			sub: locationId ?? agency.id,
			...(endsAt !== Number.POSITIVE_INFINITY && { exp: seconds(endsAt) }),
			iat: seconds(createdAt),
			token_type: "Bearer",
		});
	},
};

const seconds = (moment: number) => Math.floor(moment / 1000);

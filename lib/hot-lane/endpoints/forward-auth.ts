import { Id } from "#lib/core/ids.ts";
import { rateLimitHeaders, verifyHolder, wireFacts } from "../bearer.ts";
import { type ApiRequest, type Endpoint, empty, refusals } from "../endpoint.ts";

const SCOPES_MAX = 50;
const SCOPE = /^[\w.:-]{1,100}$/;
const ALL_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * `ANY /api/v2/forward-auth`: a proxy asks before it lets a request through, passing the request's own Authorization. A
 * yes has headers and no body, since a body costs nginx its kept connection.
 */
export const forwardAuthEndpoint: Endpoint = {
	path: "/api/v2/forward-auth",
	methods: ALL_METHODS,
	takesBody: false,
	async handle(request, surroundings) {
		const { scopes, location } = demandOf(request);
		const locationId = location === null ? null : Id.safeParse(location);
		const refuse = refusals(surroundings.origin, request.requestId);
		if (scopes.length > SCOPES_MAX || !scopes.every((scope) => SCOPE.test(scope))) {
			return refuse("invalid_input", `The proxy may demand up to ${SCOPES_MAX} scopes, by their names.`);
		}
		if (locationId && !locationId.success) {
			return refuse("invalid_input", "The location that the proxy demands is not an id.");
		}

		const demand = { scopes, locationId: locationId?.data ?? null, cost: 1 };
		const holder = await verifyHolder(request, surroundings, demand);
		if ("refusal" in holder) return holder.refusal;
		const facts = wireFacts(holder.verdict);
		const own = holder.verdict.facts.location_id;
		return empty(200, {
			...rateLimitHeaders(holder.verdict.rateLimit, holder.verdict.facts.database_now),
			"X-Latchkey-Key-Id": facts.keyId,
			"X-Latchkey-Agency-Id": facts.agencyId,
			...((own ?? demand.locationId) && { "X-Latchkey-Location-Id": own ?? demand.locationId ?? "" }),
			"X-Latchkey-Level": facts.level,
			"X-Latchkey-Role": facts.role,
			"X-Latchkey-Scopes": facts.scopes.join(" "),
		});
	},
};

/** What the proxy demands, in the address it calls or in headers that it sets. Both count. */
function demandOf(request: ApiRequest) {
	const query = new URLSearchParams(request.search);
	const scopes = [...query.getAll("scope"), request.header("x-required-scope") ?? ""]
		.flatMap((text) => text.split(/[ ,]+/))
		.filter((scope) => scope !== "");
	return { scopes, location: query.get("location") ?? request.header("x-required-location") };
}

import { after } from "#lib/core/after.ts";
import { Id } from "#lib/core/ids.ts";
import type { KnownVerdict } from "#lib/verify/verify-key.ts";
import { rateLimitHeaders, verifyHolder } from "../bearer.ts";
import { type ApiRequest, type Endpoint, empty, type Refuse, refusals } from "../endpoint.ts";

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
	handle(request, surroundings) {
		const { scopes, locations } = demandOf(request);
		const [location] = locations;
		const refuse = refusals(surroundings.origin, request.requestId);
		if (scopes.length > SCOPES_MAX || !scopes.every((scope) => SCOPE.test(scope))) {
			return refuseDemand(
				refuse,
				"scope",
				`The proxy may demand up to ${SCOPES_MAX} scopes, by their names.`,
			);
		}
		// A client that adds a demand to its proxy's must not take the place of it.
		if (locations.length > 1)
			return refuseDemand(refuse, "location", "Two locations are demanded; one can be.");
		const locationId = location === undefined ? null : Id.safeParse(location);
		if (locationId && !locationId.success) {
			return refuseDemand(refuse, "location", "The location that the proxy demands is not an id.");
		}

		const demand = { scopes, locationId: locationId?.data ?? null, cost: 1 };
		return after(verifyHolder(request, surroundings, demand), (holder) =>
			"refusal" in holder ? holder.refusal : admit(holder.verdict, demand.locationId),
		);
	},
};

const refuseDemand = (refuse: Refuse, field: string, message: string) =>
	refuse("invalid_input", message, { errors: [{ field, message }] });

function admit(verdict: KnownVerdict, demandedLocation: string | null) {
	const { agency, keyId, level, locationId, role, scopes } = verdict.facts;
	const location = locationId ?? demandedLocation;
	return empty(200, {
		...rateLimitHeaders(verdict),
		"X-Latchkey-Key-Id": keyId,
		"X-Latchkey-Agency-Id": agency.id,
		...(location !== null && { "X-Latchkey-Location-Id": location }),
		"X-Latchkey-Level": level,
		"X-Latchkey-Role": role,
		"X-Latchkey-Scopes": scopes.list.join(" "),
	});
}

const NOTHING = { scopes: [], locations: [] };

/** What the proxy demands, in the address it calls or in headers that it sets. Both count. */
function demandOf(request: ApiRequest) {
	const required = request.header("x-required-scope");
	const requiredLocation = request.header("x-required-location");
	if (request.search === "" && required === null && requiredLocation === null) return NOTHING;
	const query = new URLSearchParams(request.search);
	const scopes = [...query.getAll("scope"), required ?? ""]
		.flatMap((text) => text.split(/[ ,]+/))
		.filter((scope) => scope !== "");
	const locations = query.getAll("location");
	if (requiredLocation !== null) locations.push(requiredLocation);
	return { scopes, locations: [...new Set(locations)] };
}

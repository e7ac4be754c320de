import {
	InstalledLocations,
	InstalledQuery,
	LocationToken,
	LocationTokenBody,
	presentInstalled,
} from "#lib/contracts/v2/oauth.ts";
import { createLocationToken } from "#lib/services/keys/create-location-token.ts";
import { countSearchedLocations, searchLocations } from "#lib/services/locations/search.ts";
import { requireOwnCompany } from "../own-company.ts";
import { type Route, route } from "../route.ts";

const dialect = "v2";
const tag = "OAuth";

export const OAUTH_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v2/oauth/installedLocations",
		operationId: "getInstalledLocation",
		tag,
		summary: "List the locations that the key acts on",
		scopes: ["oauth.readonly"],
		location: "optional",
		query: InstalledQuery,
		answers: { 200: InstalledLocations },
		async handle(caller, { query: { companyId, query: search, isInstalled, skip, limit } }) {
			requireOwnCompany(caller, companyId);
			const { ctx, verdict } = caller;
			const query = { search, email: "", skip, limit, order: "asc" } as const;
			const isAny = isInstalled === "true";
			return {
				status: 200,
				body: {
					locations: isAny ? (await searchLocations(ctx, query)).map(presentInstalled) : [],
					count: isAny ? await countSearchedLocations(ctx, query) : 0,
					installToFutureLocations: verdict.facts.chosenLocations === null,
				},
			};
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v2/oauth/locationToken",
		operationId: "getLocationAccessToken",
		tag,
		summary: "Get a key of one location for a day",
		description:
			"For agency keys. The token holds what the key holds, as far as a location's key may, and ends with the key.",
		scopes: ["oauth.write"],
		location: "needed",
		creates: true,
		bodyType: "form",
		body: LocationTokenBody,
		answers: { 200: LocationToken },
		async handle(caller, { body: { companyId } }) {
			requireOwnCompany(caller, companyId);
			const { ctx, locationId, verdict } = caller;
			const { secretEndsAt } = verdict.facts;
			const token = await createLocationToken(ctx, {
				locationId,
				secretEndsAt: Number.isFinite(secretEndsAt) ? new Date(secretEndsAt) : null,
			});
			return {
				status: 200,
				body: {
					access_token: token.secret,
					token_type: "Bearer",
					expires_in: Math.floor((token.expiresAt.getTime() - ctx.now.getTime()) / 1_000),
					scope: token.scopes.join(" "),
					userType: "Location",
					companyId: ctx.agencyId,
					locationId,
				},
			};
		},
	}),
];

import { z } from "zod";
import { presentLocation } from "#lib/contracts/location.ts";
import { profileOf } from "#lib/contracts/location-input.ts";
import { skipAndLimit } from "#lib/contracts/paging.ts";
import {
	BareLocation,
	CreateLocation,
	LocationAnswer,
	LocationDeleted,
	LocationList,
	Timezones,
	UpdateLocation,
} from "#lib/contracts/v2/locations.ts";
import { Id } from "#lib/core/ids.ts";
import { createLocation } from "#lib/services/locations/create.ts";
import { deleteLocation } from "#lib/services/locations/delete.ts";
import { editLocation } from "#lib/services/locations/edit.ts";
import { readLocation } from "#lib/services/locations/read.ts";
import { searchLocations } from "#lib/services/locations/search.ts";
import { requireOwnCompany } from "../own-company.ts";
import { type Route, route } from "../route.ts";

const dialect = "v2";
const tag = "Locations";
const params = z.object({ locationId: Id });

export const LOCATION_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v2/locations/search",
		operationId: "searchLocations",
		tag,
		summary: "Search locations",
		scopes: ["locations.readonly"],
		location: "optional",
		query: z.object({
			companyId: z.string().optional(),
			email: z.string().max(254).toLowerCase().default(""),
			query: z.string().max(200).default(""),
			order: z.enum(["asc", "desc"]).default("asc"),
			...skipAndLimit(10),
		}),
		answers: { 200: LocationList },
		async handle(caller, { query: { companyId, query: search, ...query } }) {
			requireOwnCompany(caller, companyId);
			const found = await searchLocations(caller.ctx, { ...query, search });
			return { status: 200, body: { locations: found.map(presentLocation) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v2/locations/{locationId}",
		operationId: "getLocation",
		tag,
		summary: "Get a location",
		scopes: ["locations.readonly"],
		location: "optional",
		params,
		answers: { 200: LocationAnswer },
		async handle({ ctx }, { params: { locationId } }) {
			return { status: 200, body: { location: presentLocation(await readLocation(ctx, { locationId })) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v2/locations/{locationId}/timezones",
		operationId: "listTimezones",
		tag,
		summary: "List the time zones that a location may have",
		scopes: ["locations.readonly"],
		location: "optional",
		params,
		answers: { 200: Timezones },
		async handle({ ctx }, { params: { locationId } }) {
			await readLocation(ctx, { locationId });
			return { status: 200, body: { timeZones: Intl.supportedValuesOf("timeZone") } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v2/locations",
		operationId: "createLocation",
		tag,
		summary: "Create a location",
		description: "For keys that act on the whole agency.",
		scopes: ["locations.write"],
		location: "optional",
		creates: true,
		body: CreateLocation,
		answers: { 201: BareLocation },
		async handle(caller, { body: { companyId, name, ...fields } }) {
			requireOwnCompany(caller, companyId);
			const { id } = await createLocation(caller.ctx, { name, profile: profileOf(fields) });
			return { status: 201, body: presentLocation(await readLocation(caller.ctx, { locationId: id })) };
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: "/api/v2/locations/{locationId}",
		operationId: "updateLocation",
		tag,
		summary: "Change a location",
		description: "What is left out stays as it is; an empty text takes a member away.",
		scopes: ["locations.write"],
		location: "optional",
		params,
		body: UpdateLocation,
		answers: { 200: BareLocation },
		async handle(caller, { params: { locationId }, body: { companyId, name, ...fields } }) {
			requireOwnCompany(caller, companyId);
			await editLocation(caller.ctx, { locationId, name, profile: profileOf(fields) });
			return { status: 200, body: presentLocation(await readLocation(caller.ctx, { locationId })) };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: "/api/v2/locations/{locationId}",
		operationId: "deleteLocation",
		tag,
		summary: "Delete a location for good, and with it its keys",
		scopes: ["locations.write"],
		location: "optional",
		params,
		answers: { 200: LocationDeleted },
		async handle({ ctx }, { params: { locationId } }) {
			await deleteLocation(ctx, { locationId });
			return { status: 200, body: { success: true, message: "The location is deleted." } };
		},
	}),
];

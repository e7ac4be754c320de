import { z } from "zod";
import { presentLocation } from "#lib/contracts/location.ts";
import { profileOf } from "#lib/contracts/location-input.ts";
import { skipAndLimit } from "#lib/contracts/paging.ts";
import { CreateLocation, Done, Location, LocationList, UpdateLocation } from "#lib/contracts/v1/locations.ts";
import { Id } from "#lib/core/ids.ts";
import { Email } from "#lib/core/people/email.ts";
import { createLocation } from "#lib/services/locations/create.ts";
import { deleteLocation } from "#lib/services/locations/delete.ts";
import { editLocation } from "#lib/services/locations/edit.ts";
import { readLocation } from "#lib/services/locations/read.ts";
import { searchLocations } from "#lib/services/locations/search.ts";
import { type Route, route } from "../route.ts";

const dialect = "v1";
const tag = "Locations";
const params = z.object({ locationId: Id });
const ANY = { search: "", email: "", skip: 0, limit: 100, order: "asc" } as const;

export const LOCATION_ROUTES_V1: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v1/locations",
		operationId: "listLocations",
		tag,
		summary: "List locations",
		scopes: ["locations.readonly"],
		location: "optional",
		query: z.object(skipAndLimit(100)),
		answers: { 200: LocationList },
		async handle({ ctx }, { query }) {
			const found = await searchLocations(ctx, { ...ANY, ...query });
			return { status: 200, body: { locations: found.map(presentLocation) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v1/locations/lookup",
		operationId: "lookUpLocation",
		tag,
		summary: "Find locations by their e-mail address",
		scopes: ["locations.readonly"],
		location: "optional",
		query: z.object({ email: Email }),
		answers: { 200: LocationList },
		async handle({ ctx }, { query: { email } }) {
			const found = await searchLocations(ctx, { ...ANY, email });
			return { status: 200, body: { locations: found.map(presentLocation) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v1/locations/{locationId}",
		operationId: "getLocation",
		tag,
		summary: "Get a location",
		scopes: ["locations.readonly"],
		location: "optional",
		params,
		answers: { 200: Location },
		async handle({ ctx }, { params: { locationId } }) {
			return { status: 200, body: presentLocation(await readLocation(ctx, { locationId })) };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v1/locations",
		operationId: "createLocation",
		tag,
		summary: "Create a location",
		description: "For keys that act on the whole agency.",
		scopes: ["locations.write"],
		location: "optional",
		creates: true,
		body: CreateLocation,
		answers: { 200: Location },
		async handle({ ctx }, { body: { businessName, name = businessName ?? "", ...fields } }) {
			const { id } = await createLocation(ctx, { name, profile: profileOf(fields) });
			return { status: 200, body: presentLocation(await readLocation(ctx, { locationId: id })) };
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: "/api/v1/locations/{locationId}",
		operationId: "updateLocation",
		tag,
		summary: "Change a location",
		description: "What is left out stays as it is; an empty text takes a member away.",
		scopes: ["locations.write"],
		location: "optional",
		params,
		body: UpdateLocation,
		answers: { 200: Location },
		async handle(
			{ ctx },
			{ params: { locationId }, body: { businessName, name = businessName, ...fields } },
		) {
			await editLocation(ctx, { locationId, name, profile: profileOf(fields) });
			return { status: 200, body: presentLocation(await readLocation(ctx, { locationId })) };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: "/api/v1/locations/{locationId}",
		operationId: "deleteLocation",
		tag,
		summary: "Delete a location for good, and with it its keys",
		scopes: ["locations.write"],
		location: "optional",
		params,
		answers: { 200: Done },
		async handle({ ctx }, { params: { locationId } }) {
			await deleteLocation(ctx, { locationId });
			return { status: 200, body: {} };
		},
	}),
];

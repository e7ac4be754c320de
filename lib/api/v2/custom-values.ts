import { z } from "zod";
import {
	CreateCustomValue,
	CustomValueAnswer,
	CustomValueList,
	presentCustomValue,
	UpdateCustomValue,
} from "#lib/contracts/v2/custom-values.ts";
import { Succeeded, succeeded } from "#lib/contracts/v2/traced.ts";
import { Id } from "#lib/core/ids.ts";
import { createLocationValue } from "#lib/services/location-values/create.ts";
import { deleteLocationValue } from "#lib/services/location-values/delete.ts";
import { editLocationValue } from "#lib/services/location-values/edit.ts";
import { getLocationValue, listLocationValues } from "#lib/services/location-values/list.ts";
import { type Route, route } from "../route.ts";

const PATH = "/api/v2/locations/{locationId}/customValues";
const params = z.object({ locationId: Id });
const both = z.object({ locationId: Id, id: Id });
const shared = { dialect: "v2", tag: "Custom values", location: "needed" } as const;
const reading = { ...shared, scopes: ["contacts.readonly"] } as const;
const writing = { ...shared, scopes: ["contacts.write"] } as const;

export const CUSTOM_VALUE_ROUTES_V2: readonly Route[] = [
	route({
		...reading,
		method: "GET",
		path: PATH,
		operationId: "getCustomValues",
		summary: "List the texts that a location keeps under names",
		params,
		answers: { 200: CustomValueList },
		async handle({ ctx, locationId }) {
			const values = await listLocationValues(ctx, { locationId });
			return { status: 200, body: { customValues: values.map(presentCustomValue) } };
		},
	}),
	route({
		...writing,
		method: "POST",
		path: PATH,
		operationId: "createCustomValue",
		summary: "Keep a text under a new name",
		creates: true,
		params,
		body: CreateCustomValue,
		answers: { 201: CustomValueAnswer },
		async handle({ ctx, locationId }, { body }) {
			const value = await createLocationValue(ctx, { locationId, ...body });
			return { status: 201, body: { customValue: presentCustomValue(value) } };
		},
	}),
	route({
		...reading,
		method: "GET",
		path: `${PATH}/{id}`,
		operationId: "getCustomValue",
		summary: "Get a custom value",
		params: both,
		answers: { 200: CustomValueAnswer },
		async handle({ ctx }, { params: { id: valueId } }) {
			const value = await getLocationValue(ctx, { valueId });
			return { status: 200, body: { customValue: presentCustomValue(value) } };
		},
	}),
	route({
		...writing,
		method: "PUT",
		path: `${PATH}/{id}`,
		operationId: "updateCustomValue",
		summary: "Change a custom value",
		description: "What is left out stays as it is.",
		params: both,
		body: UpdateCustomValue,
		answers: { 200: CustomValueAnswer },
		async handle({ ctx }, { params: { id: valueId }, body }) {
			const value = await editLocationValue(ctx, { valueId, ...body });
			return { status: 200, body: { customValue: presentCustomValue(value) } };
		},
	}),
	route({
		...writing,
		method: "DELETE",
		path: `${PATH}/{id}`,
		operationId: "deleteCustomValue",
		summary: "Delete a custom value",
		params: both,
		answers: { 200: Succeeded },
		async handle({ ctx, request }, { params: { id: valueId } }) {
			await deleteLocationValue(ctx, { valueId });
			return { status: 200, body: succeeded(request.header("version")) };
		},
	}),
];

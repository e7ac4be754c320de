import { z } from "zod";
import {
	CreateCustomField,
	CustomFieldAnswer,
	CustomFieldList,
	presentCustomField,
	UpdateCustomField,
} from "#lib/contracts/v2/custom-fields.ts";
import { Succeeded, succeeded } from "#lib/contracts/v2/traced.ts";
import { CustomFieldFields } from "#lib/core/crm/custom-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import { createCustomField } from "#lib/services/custom-fields/create.ts";
import { deleteCustomField } from "#lib/services/custom-fields/delete.ts";
import { editCustomField } from "#lib/services/custom-fields/edit.ts";
import { getCustomField, listCustomFields } from "#lib/services/custom-fields/list.ts";
import { namedAs } from "../named-as.ts";
import { type Route, route } from "../route.ts";

const dialect = "v2";
const tag = "Custom fields";
const PATH = "/api/v2/locations/{locationId}/customFields";
const params = z.object({ locationId: Id });
const both = z.object({ locationId: Id, id: Id });

/** The schema that holds type and options together cannot ignore members that it does not know. */
function readFields(input: z.output<typeof CreateCustomField>["field"]) {
	const parsed = CustomFieldFields.safeParse(input, IN_PLAIN_WORDS);
	if (parsed.success) return parsed.data;
	const fields = parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
	throw new AppError("invalid_input", fields[0]?.message ?? "", { fields });
}

export const CUSTOM_FIELD_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: PATH,
		operationId: "getCustomFields",
		tag,
		summary: "List the custom fields of a location's contacts",
		scopes: ["contacts.readonly"],
		location: "needed",
		params,
		answers: { 200: CustomFieldList },
		async handle({ ctx, locationId }) {
			const fields = await listCustomFields(ctx, { locationId });
			return { status: 200, body: { customFields: fields.map(presentCustomField) } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: PATH,
		operationId: "createCustomField",
		tag,
		summary: "Give a location's contacts one more field",
		scopes: ["contacts.write"],
		location: "needed",
		creates: true,
		params,
		body: CreateCustomField,
		answers: { 201: CustomFieldAnswer },
		async handle({ ctx, locationId }, { body }) {
			const field = await namedAs(body.names, async () =>
				createCustomField(ctx, { locationId, ...readFields(body.field) }),
			);
			return { status: 201, body: { customField: presentCustomField(field) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: `${PATH}/{id}`,
		operationId: "getCustomField",
		tag,
		summary: "Get a custom field",
		scopes: ["contacts.readonly"],
		location: "needed",
		params: both,
		answers: { 200: CustomFieldAnswer },
		async handle({ ctx }, { params: { id: fieldId } }) {
			return {
				status: 200,
				body: { customField: presentCustomField(await getCustomField(ctx, { fieldId })) },
			};
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: `${PATH}/{id}`,
		operationId: "updateCustomField",
		tag,
		summary: "Change a custom field's name or options",
		description:
			"Its key stays. Contacts keep an option that is called otherwise; one that goes stays as long as contacts have it, unless they are to lose it.",
		scopes: ["contacts.write"],
		location: "needed",
		params: both,
		body: UpdateCustomField,
		answers: { 200: CustomFieldAnswer },
		async handle({ ctx }, { params: { id: fieldId }, body }) {
			const field = await namedAs(body.names, () => editCustomField(ctx, { fieldId, ...body.field }));
			return { status: 200, body: { customField: presentCustomField(field) } };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: `${PATH}/{id}`,
		operationId: "deleteCustomField",
		tag,
		summary: "Take a custom field away, with what contacts have in it",
		scopes: ["contacts.write"],
		location: "needed",
		params: both,
		answers: { 200: Succeeded },
		async handle({ ctx, request }, { params: { id: fieldId } }) {
			await deleteCustomField(ctx, { fieldId });
			return { status: 200, body: succeeded(request.header("version")) };
		},
	}),
];

import { AppError, type FieldError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { listCustomFields } from "#lib/services/custom-fields/list.ts";
import type { LocalCaller } from "./route.ts";

/** How a dialect calls the member that holds a contact's custom values. */
type Member = "customField" | "customFields";
type Given = readonly { field: string; value: unknown }[];

/** Custom values by the field's id, where fields may also be named by their keys, with or without what keys begin with. */
export async function customValuesById(
	{ ctx, locationId }: LocalCaller,
	member: Member,
	given: Given | undefined,
) {
	if (!given || given.length === 0) return {};
	if (given.every(({ field }) => Id.safeParse(field).success)) {
		return {
			customValues: Object.fromEntries(given.map(({ field, value }) => [field.toLowerCase(), value])),
		};
	}
	const fields = await listCustomFields(ctx, { locationId });
	const errors: FieldError[] = [];
	const values: [string, unknown][] = [];
	for (const { field, value } of given) {
		const id =
			Id.safeParse(field).data ??
			fields.find(({ fieldKey }) => [field, `contact.${field}`].includes(fieldKey))?.id;
		if (id !== undefined) values.push([id, value]);
		else
			errors.push({ field: `${member}.${field.slice(0, 100)}`, message: "There is no such custom field." });
	}
	const [first] = errors;
	if (first) throw new AppError("invalid_input", first.message, { fields: errors });
	return { customValues: Object.fromEntries(values) };
}

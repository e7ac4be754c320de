import type { CustomField, CustomValue } from "#lib/core/crm/custom-fields.ts";
import { checkCustomValue } from "#lib/core/crm/custom-values.ts";
import { AppError, type FieldError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Place } from "#lib/data/contacts.ts";
import { listCustomFieldRows } from "#lib/data/custom-fields.ts";
import { findPhoneCountry } from "#lib/data/location-profiles.ts";

type Values = Record<string, CustomValue>;

/** The contact's custom values after a change. Refuses fields that the location does not have, and values that do not fit. */
export async function checkCustomValues(
	tx: Tx,
	place: Place,
	present: Values,
	given: Record<string, unknown>,
): Promise<Values> {
	const fields = new Map((await listCustomFieldRows(tx, place)).map((field) => [field.id, field]));
	const asked = Object.keys(given).map((id) => fields.get(id));
	const country = asked.some(holdsPhone) ? await findPhoneCountry(tx, place) : null;
	const values = new Map(Object.entries(present));
	const errors: FieldError[] = [];
	for (const [id, value] of Object.entries(given)) {
		const field = fields.get(id);
		const checked = field
			? checkCustomValue(field, value, country)
			: { message: "The location has no custom field of this id." };
		if ("message" in checked) errors.push({ field: `customValues.${id}`, message: checked.message });
		else if (checked.value === null) values.delete(id);
		else values.set(id, checked.value);
	}
	const [first] = errors;
	if (first) throw new AppError("invalid_input", first.message, { fields: errors });
	return Object.fromEntries(values);
}

const holdsPhone = (field: CustomField | undefined) => field?.dataType === "PHONE";

import type { FormField } from "#lib/core/crm/form-fields.ts";
import { isSavedField } from "#lib/core/crm/form-parts.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Place } from "#lib/data/contacts.ts";
import { listCustomFieldRows } from "#lib/data/custom-fields.ts";

/** Refuses questions whose answers are to go to custom fields that the location does not have. */
export async function refuseForeignFields(tx: Tx, place: Place, fields: readonly FormField[]) {
	const custom = fields.filter(({ savesTo }) => savesTo !== null && !isSavedField(savesTo));
	if (custom.length === 0) return;
	const known = new Set((await listCustomFieldRows(tx, place)).map(({ id }) => id));
	const foreign = custom.find(({ savesTo }) => savesTo !== null && !known.has(savesTo));
	if (!foreign) return;
	const message = `"${foreign.label}" is to be kept in a custom field that there is not. Choose another.`;
	throw new AppError("invalid_input", message, { fields: [{ field: "fields", message }] });
}

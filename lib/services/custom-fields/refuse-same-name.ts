import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import { foldName } from "#lib/core/text.ts";

/** Refuses a name that another of these fields has: people could not tell the two apart. */
export function refuseSameName(fields: readonly CustomField[], name: string) {
	if (!fields.some((field) => foldName(field.name) === foldName(name))) return;
	const message = "Another custom field of this location has this name.";
	throw new AppError("conflict", message, { fields: [{ field: "name", message }] });
}

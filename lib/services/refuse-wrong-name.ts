import { AppError } from "#lib/core/errors.ts";
import { foldName } from "#lib/core/text.ts";

/** Refuses unless the name of what is to be deleted was typed. */
export function refuseWrongName(typedName: string, name: string) {
	if (foldName(typedName) === foldName(name)) return;
	const message = "Type the name as it stands here to delete it.";
	throw new AppError("invalid_input", message, { fields: [{ field: "typedName", message }] });
}

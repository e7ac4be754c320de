import { z } from "zod";
import { type CustomField, CustomFieldName, hasOptions, OPTIONS_MAX, OptionName } from "./custom-fields.ts";

/** An option, and what it was called before; null when it is new. A name alone is of one that stays, or else is new. */
const OptionEdit = z.union([OptionName, z.strictObject({ name: OptionName, was: z.string().nullable() })], {
	error: "An option is a text, or { name, was }.",
});
type OptionEdit = z.output<typeof OptionEdit>;

/** A change of a custom field; what is left out stays as it is. */
export const CustomFieldEdit = z.strictObject({
	name: CustomFieldName.optional(),
	/** All options, in their new order. */
	options: z
		.array(OptionEdit)
		.min(1, { error: "Enter at least one option." })
		.max(OPTIONS_MAX, { error: `A field may have up to ${OPTIONS_MAX} options.` })
		.optional(),
	/** Contacts that have an option which goes lose it. Without this, such an option stays. */
	removeFromContacts: z.boolean().default(false),
});
export type CustomFieldEdit = z.output<typeof CustomFieldEdit>;

/** An option that contacts may have, and what becomes of it; null when it goes. */
export type OptionMove = { was: string; name: string | null };

/** The options of a field after a change, and what that moves; or what is wrong with it. */
export function changedOptions(
	{ dataType, options: present }: CustomField,
	given: readonly OptionEdit[],
): { options: string[]; moves: OptionMove[] } | { message: string } {
	if (!hasOptions(dataType)) return { message: "This type has no options." };
	const edits = given.map((edit) =>
		typeof edit === "string" ? { name: edit, was: present.includes(edit) ? edit : null } : edit,
	);
	const options = edits.map(({ name }) => name);
	const twice = options.find((name, index) => options.indexOf(name) < index);
	if (twice !== undefined) return { message: `“${twice}” stands there twice.` };
	const kept = edits.flatMap(({ was }) => was ?? []);
	const unknown = kept.find((was, index) => !present.includes(was) || kept.indexOf(was) < index);
	if (unknown !== undefined)
		return { message: `The field has no option “${unknown}” any more. Reload to see its options.` };
	const moves = present
		.map((was) => ({ was, name: edits.find((edit) => edit.was === was)?.name ?? null }))
		.filter(({ was, name }) => was !== name);
	return { options, moves };
}

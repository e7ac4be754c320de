import { z } from "zod";
import { CustomFieldEdit } from "#lib/core/crm/custom-field-edit.ts";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { CustomFieldFields, CustomFieldName, DATA_TYPES } from "#lib/core/crm/custom-fields.ts";
import { traced } from "./traced.ts";

const Field = z
	.object({
		id: z.string(),
		name: z.string(),
		fieldKey: z.string(),
		dataType: z.enum(DATA_TYPES),
		picklistOptions: z.array(z.string()),
		locationId: z.string(),
		model: z.literal("contact"),
	})
	.meta({ id: "CustomField" });

export const CustomFieldAnswer = traced("CustomFieldAnswer", { customField: Field });
export const CustomFieldList = traced("CustomFieldList", { customFields: z.array(Field) });

const Options = z.array(z.string(), { error: "Send options as a list of texts." });
const optionsInput = {
	options: Options.optional(),
	picklistOptions: Options.optional().describe("The same as options, in the word in which they are read."),
};

/** What our member is called in a call that may name it either way. */
const namesIn = (options: unknown, picklistOptions: unknown) => ({
	options: options === undefined && picklistOptions !== undefined ? "picklistOptions" : "options",
});

/** What a field may hold is checked where every field is made. */
export const CreateCustomField = z
	.object({ ...CustomFieldFields.shape, ...optionsInput })
	.transform(({ picklistOptions, options, ...field }) => ({
		field: { ...field, options: options ?? picklistOptions },
		names: namesIn(options, picklistOptions),
	}))
	.meta({ id: "CreateCustomField" });

const { options: EditedOptions, removeFromContacts } = CustomFieldEdit.shape;

export const UpdateCustomField = z
	.object({
		name: CustomFieldName.optional(),
		options: EditedOptions.describe(
			"All options, in their order; { name, was } calls one otherwise. What is not among them goes.",
		),
		picklistOptions: EditedOptions.describe("The same as options, in the word in which they are read."),
		removeFromContacts: removeFromContacts.describe(
			"Contacts that have an option which goes lose it. Without this, the change is refused with 409.",
		),
	})
	.refine(({ name, options, picklistOptions }) => name !== undefined || options || picklistOptions, {
		path: ["name"],
		error: "Send name or options.",
	})
	.transform(({ picklistOptions, options, ...field }) => ({
		field: { ...field, options: options ?? picklistOptions },
		names: namesIn(options, picklistOptions),
	}))
	.meta({ id: "UpdateCustomField" });

export const presentCustomField = ({ options, ...field }: CustomField) => ({
	...field,
	picklistOptions: options,
	model: "contact" as const,
});

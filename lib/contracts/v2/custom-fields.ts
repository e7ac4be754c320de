import { z } from "zod";
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

/** What a field may hold is checked where every field is made. */
export const CreateCustomField = z
	.object({ ...CustomFieldFields.shape, options: z.array(z.string()).default([]) })
	.meta({ id: "CreateCustomField" });
export const RenameCustomField = z.object({ name: CustomFieldName }).meta({ id: "RenameCustomField" });

export const presentCustomField = ({ options, ...field }: CustomField) => ({
	...field,
	picklistOptions: options,
	model: "contact" as const,
});

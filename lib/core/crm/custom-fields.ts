import { z } from "zod";
import { Id } from "../ids.ts";
import { freeSlug, slugOf } from "../slug.ts";
import { singleLine } from "../text.ts";

/** What a custom field can hold, spelt as clients of this kind of CRM spell it. */
export const DATA_TYPES = [
	"TEXT",
	"LARGE_TEXT",
	"NUMERICAL",
	"PHONE",
	"MONETORY",
	"CHECKBOX",
	"SINGLE_OPTIONS",
	"MULTIPLE_OPTIONS",
	"DATE",
] as const;
export type DataType = (typeof DATA_TYPES)[number];

const WITH_OPTIONS: readonly DataType[] = ["CHECKBOX", "SINGLE_OPTIONS", "MULTIPLE_OPTIONS"];
export const hasOptions = (dataType: DataType) => WITH_OPTIONS.includes(dataType);

const MANY: readonly DataType[] = ["CHECKBOX", "MULTIPLE_OPTIONS"];
/** Whether a contact can have several of the options. */
export const isManyOf = (dataType: DataType) => MANY.includes(dataType);

export const CUSTOM_FIELDS_MAX = 100;
export const OPTIONS_MAX = 50;

export const CustomFieldName = singleLine(80, "The name");

export const OptionName = singleLine(100, "An option");

const Options = z
	.array(OptionName)
	.max(OPTIONS_MAX, { error: `A field may have up to ${OPTIONS_MAX} options.` })
	.transform((options) => [...new Set(options)]);

const NewField = z.strictObject({
	name: CustomFieldName,
	dataType: z.enum(DATA_TYPES, { error: "Choose what the field holds." }),
	options: Options.default([]),
});

function checkOptions({ dataType, options }: z.output<typeof NewField>, context: z.RefinementCtx) {
	if (hasOptions(dataType) === options.length > 0) return;
	const message = hasOptions(dataType) ? "Enter at least one option." : "This type has no options.";
	context.addIssue({ code: "custom", path: ["options"], message });
}

/** What a new custom field is made of. */
export const CustomFieldFields = NewField.superRefine(checkOptions);
export type CustomFieldFields = z.output<typeof CustomFieldFields>;

/** {@link CustomFieldFields}, and where it is made. */
export const PlacedCustomField = NewField.extend({ locationId: Id }).superRefine(checkOptions);

export type CustomField = {
	id: string;
	locationId: string;
	name: string;
	/** What API calls and templates name it by: contact.<slug>. */
	fieldKey: string;
	dataType: DataType;
	options: string[];
};

/** A custom field as its location's list shows it. */
export type CustomFieldSummary = CustomField & {
	/** How many have something in it. */
	contacts: number;
};

/** What programs name a new field by: made from its name, and never of two. */
export const fieldKeyOf = (name: string, taken: ReadonlySet<string>) =>
	freeSlug(`contact.${slugOf(name, "field").replaceAll("-", "_")}`, taken);

/** What a contact has in a custom field, as it is stored. */
export const CustomValue = z.union([z.string(), z.number(), z.array(z.string())]);
export type CustomValue = z.output<typeof CustomValue>;

import { z } from "zod";
import { Id } from "../ids.ts";
import { freeSlug, slugOf } from "../slug.ts";
import { multiLine, singleLine } from "../text.ts";
import { Day } from "./day.ts";
import { Phone } from "./phone.ts";

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
const OPTIONS_MAX = 50;
const TEXT_MAX = 500;
const LARGE_TEXT_MAX = 5_000;
const NUMBER_MAX = 1e15;

export const CustomFieldName = singleLine(80, "The name");

const Options = z
	.array(singleLine(100, "An option"))
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

/** A number, also as forms and older clients send it: in a text. */
const Numeric = z
	.union([z.number(), z.string()], { error: "Enter a number." })
	.transform((value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value))
	.pipe(z.number({ error: "Enter a number." }))
	.refine((value) => Math.abs(value) <= NUMBER_MAX, { error: "This number is too large." });

const oneOf = (options: readonly string[]) =>
	z
		.string({ error: "Choose one of the options." })
		.refine((text) => options.includes(text), { error: `Choose one of: ${options.join(", ")}.` });

const someOf = (options: readonly string[]) =>
	z
		.union([z.array(oneOf(options)), oneOf(options).transform((option) => [option])], {
			error: `Choose from: ${options.join(", ")}.`,
		})
		.transform((chosen) => [...new Set(chosen)]);

function schemaOf({ dataType, options }: CustomField): z.ZodType<CustomValue> {
	switch (dataType) {
		case "TEXT":
			return singleLine(TEXT_MAX, "The value");
		case "LARGE_TEXT":
			return multiLine(LARGE_TEXT_MAX, "The value");
		case "NUMERICAL":
		case "MONETORY":
			return Numeric;
		case "PHONE":
			return Phone;
		case "DATE":
			return Day;
		case "SINGLE_OPTIONS":
			return oneOf(options);
		case "CHECKBOX":
		case "MULTIPLE_OPTIONS":
			return someOf(options);
	}
}

const isEmpty = (value: unknown) =>
	value === null ||
	(typeof value === "string" && value.trim() === "") ||
	(Array.isArray(value) && value.length === 0);

export type CheckedValue = { value: CustomValue | null } | { message: string };

/** A value for a field as it is stored, null when it clears the field, or what is wrong with it. */
export function checkCustomValue(field: CustomField, given: unknown): CheckedValue {
	if (isEmpty(given)) return { value: null };
	const parsed = schemaOf(field).safeParse(given);
	if (parsed.success) return { value: parsed.data };
	return { message: `${field.name}: ${parsed.error.issues[0]?.message ?? "This value does not fit."}` };
}

import { z } from "zod";
import { IN_PLAIN_WORDS } from "../plain-issues.ts";
import { multiLine, singleLine } from "../text.ts";
import type { CustomField, CustomValue } from "./custom-fields.ts";
import { Day } from "./day.ts";
import { DialledPhone } from "./phone.ts";
import { type CountryCode, withCountryCode } from "./phone-country.ts";

const TEXT_MAX = 500;
const LARGE_TEXT_MAX = 5_000;
const NUMBER_MAX = 1e15;

/** A text, also when a program knows that it looks like a number. */
const Textual = z.union([z.string(), z.number().transform(String)], { error: "Enter a text." });

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

/** A number in the country's way of dialling, or with its country code. */
const phoneOf = (country: CountryCode | null) =>
	DialledPhone.transform((dialled, context) => {
		const read = withCountryCode(dialled, country);
		if ("phone" in read) return read.phone;
		context.addIssue({ code: "custom", message: read.message });
		return z.NEVER;
	});

function schemaOf({ dataType, options }: CustomField, country: CountryCode | null): z.ZodType<CustomValue> {
	switch (dataType) {
		case "TEXT":
			return Textual.pipe(singleLine(TEXT_MAX, "The value"));
		case "LARGE_TEXT":
			return Textual.pipe(multiLine(LARGE_TEXT_MAX, "The value"));
		case "NUMERICAL":
		case "MONETORY":
			return Numeric;
		case "PHONE":
			return phoneOf(country);
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

/**
 * A value for a field as it is stored, null when it clears the field, or what is wrong with it. `country` is the location's,
 * which phone numbers without a country code are read in.
 */
export function checkCustomValue(
	field: CustomField,
	given: unknown,
	country: CountryCode | null,
): CheckedValue {
	if (isEmpty(given)) return { value: null };
	const parsed = schemaOf(field, country).safeParse(given, IN_PLAIN_WORDS);
	if (parsed.success) return { value: parsed.data };
	return { message: `${field.name}: ${parsed.error.issues[0]?.message ?? "This value does not fit."}` };
}

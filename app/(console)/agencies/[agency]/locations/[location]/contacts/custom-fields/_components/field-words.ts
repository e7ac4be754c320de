import type { DataType } from "#lib/core/crm/custom-fields.ts";

/** What people call the types. */
export const TYPE_WORDS: Record<DataType, string> = {
	TEXT: "Text, one line",
	LARGE_TEXT: "Text, several lines",
	NUMERICAL: "Number",
	MONETORY: "Amount of money",
	PHONE: "Phone number",
	DATE: "Day",
	SINGLE_OPTIONS: "One of several options",
	MULTIPLE_OPTIONS: "Any of several options",
	CHECKBOX: "Checkboxes",
};

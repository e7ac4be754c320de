import { expect, test } from "vitest";
import type { DataType } from "./custom-fields.ts";
import { checkCustomValue } from "./custom-values.ts";

const field = (dataType: DataType, options: string[] = []) => ({
	id: "0197f000-0000-7000-8000-000000000001",
	locationId: "0197f000-0000-7000-8000-000000000002",
	name: "Field",
	fieldKey: "contact.field",
	dataType,
	options,
});

test.each([
	["TEXT", " a ", "a"],
	["LARGE_TEXT", "a\r\nb", "a\nb"],
	["NUMERICAL", "12.5", 12.5],
	["MONETORY", 3, 3],
	["PHONE", "+49 30 1234567", "+49301234567"],
	["PHONE", "030 1234567", "+49301234567"],
	["TEXT", 5, "5"],
	["LARGE_TEXT", 0.5, "0.5"],
	["DATE", "2026-02-28T10:00:00.000Z", "2026-02-28"],
	["DATE", "2026-02-28", "2026-02-28"],
	["SINGLE_OPTIONS", "red", "red"],
	["MULTIPLE_OPTIONS", ["red", "blue", "red"], ["red", "blue"]],
	["CHECKBOX", "red", ["red"]],
	["TEXT", "  ", null],
	["NUMERICAL", null, null],
	["CHECKBOX", [], null],
] as const)("%s takes %j as %j", (dataType, given, value) => {
	expect(checkCustomValue(field(dataType, ["red", "blue"]), given, "DE")).toEqual({ value });
});

test.each([
	["TEXT", { a: 1 }],
	["TEXT", true],
	["TEXT", "a\u0000"],
	["LARGE_TEXT", "a".repeat(5_001)],
	["NUMERICAL", "twelve"],
	["NUMERICAL", Number.POSITIVE_INFINITY],
	["MONETORY", 1e16],
	["PHONE", "123"],
	["DATE", "2026-02-30"],
	["SINGLE_OPTIONS", "green"],
	["MULTIPLE_OPTIONS", ["red", "green"]],
	["CHECKBOX", { red: true }],
] as const)("%s refuses %j by the field's name", (dataType, given) => {
	expect(checkCustomValue(field(dataType, ["red", "blue"]), given, "DE")).toEqual({
		message: expect.stringMatching(/^Field: ./),
	});
});

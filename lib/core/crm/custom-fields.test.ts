import { expect, test } from "vitest";
import { CustomFieldFields } from "./custom-fields.ts";

test("a type with options needs some, and another has none", () => {
	expect(CustomFieldFields.safeParse({ name: "Colour", dataType: "CHECKBOX" }).success).toBe(false);
	expect(CustomFieldFields.safeParse({ name: "Note", dataType: "TEXT", options: ["a"] }).success).toBe(false);
	expect(CustomFieldFields.safeParse({ name: "Colour", dataType: "CHECKBOX", options: ["a"] }).success).toBe(
		true,
	);
});

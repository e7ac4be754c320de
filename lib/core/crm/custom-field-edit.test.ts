import { expect, test } from "vitest";
import { changedOptions } from "./custom-field-edit.ts";
import type { CustomField } from "./custom-fields.ts";

const field: CustomField = {
	id: "0197f000-0000-7000-8000-000000000001",
	locationId: "0197f000-0000-7000-8000-000000000002",
	name: "Colour",
	fieldKey: "contact.colour",
	dataType: "SINGLE_OPTIONS",
	options: ["red", "blue", "green"],
};

test("options are called otherwise, come, go, and change places", () => {
	const edits = [
		{ name: "green", was: "blue" },
		{ name: "blue", was: "green" },
		{ name: "white", was: null },
	];

	expect(changedOptions(field, edits)).toEqual({
		options: ["green", "blue", "white"],
		moves: [
			{ was: "red", name: null },
			{ was: "blue", name: "green" },
			{ was: "green", name: "blue" },
		],
	});
});

test.each([
	[
		"twice",
		[
			{ name: "red", was: "red" },
			{ name: "red", was: null },
		],
	],
	["any more", [{ name: "red", was: "rot" }]],
	[
		"any more",
		[
			{ name: "red", was: "red" },
			{ name: "rouge", was: "red" },
		],
	],
])("what stands there %s is refused", (words, edits) => {
	expect(changedOptions(field, edits)).toEqual({ message: expect.stringContaining(words) });
});

test("a field of a type without options gets none", () => {
	const text: CustomField = { ...field, dataType: "TEXT", options: [] };

	expect(changedOptions(text, [{ name: "red", was: null }])).toHaveProperty("message");
});

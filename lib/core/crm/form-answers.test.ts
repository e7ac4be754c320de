import { expect, test } from "vitest";
import { checkAnswers } from "./form-answers.ts";
import type { FormField } from "./form-fields.ts";

const question = (label: string, type: FormField["type"]): FormField => ({
	name: "asked",
	label,
	type,
	required: true,
	options: [],
	savesTo: null,
});

test.each([
	["You may write to me about this.", "checkbox", "You may write to me about this: this has to be ticked."],
	["Your name:", "text", "Your name is required."],
	["E-mail", "email", "E-mail is required."],
] as const)("what is missing in %j is said without a second sign", (label, type, message) => {
	const checked = checkAnswers([question(label, type)], {});

	expect(checked).toEqual({ errors: [{ field: "asked", message }] });
});

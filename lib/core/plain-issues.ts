import type { z } from "zod";

const NAMED_MAX = 20;

const KINDS: Readonly<Record<string, string>> = {
	string: "text",
	number: "a number",
	int: "a whole number",
	boolean: "true or false",
	array: "a list",
	object: "an object",
	record: "an object",
	null: "null",
};

/**
 * Says what a schema has no words of its own for, as somebody would who does not know our schemas: given to a parse as its
 * `error`. Leaves the rest to zod.
 */
export const plainIssues: z.core.$ZodErrorMap = (issue) => {
	if (issue.input === undefined && issue.code.startsWith("invalid_")) return "This is required.";
	if (issue.code === "invalid_type") {
		const kind = KINDS[issue.expected];
		return kind && `Send ${kind}.`;
	}
	if (issue.code === "invalid_value") {
		const named = issue.values.slice(0, NAMED_MAX).map(String).join(", ");
		return issue.values.length === 1 ? `Send ${named}.` : `Send one of: ${named}.`;
	}
	if (issue.code === "invalid_union") return "This value does not fit.";
	return undefined;
};

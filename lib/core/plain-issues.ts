import type { z } from "zod";

const NAMED_MAX = 20;
const NO_FIT = "This value does not fit.";

const KINDS: Readonly<Record<string, string>> = {
	string: "Send text.",
	number: "Send a number.",
	int: "Send a whole number.",
	boolean: "Send true or false.",
	array: "Send a list.",
	object: "Send an object.",
	record: "Send an object.",
	null: "Send null.",
};

const FORMATS: Readonly<Record<string, string>> = {
	uuid: "Send an id, such as 0198c1de-5b1c-7c3e-9d5a-2f1e8b7a6c4d.",
	datetime: "Send a moment with its time zone, such as 2026-06-23T03:30:00Z.",
};

type Issue<Code extends z.core.$ZodIssueCode> = Extract<z.core.$ZodRawIssue, { code: Code }>;

/** Says what a schema has no words of its own for, as somebody would who does not know our schemas. */
export const plainIssues: z.core.$ZodErrorMap = (issue) => {
	if (issue.input === undefined && issue.code.startsWith("invalid_")) return "This is required.";
	switch (issue.code) {
		case "invalid_type":
			return KINDS[issue.expected] ?? NO_FIT;
		case "invalid_format":
			return FORMATS[issue.format] ?? NO_FIT;
		case "invalid_value": {
			const named = issue.values.slice(0, NAMED_MAX).map(String).join(", ");
			return issue.values.length === 1 ? `The only value here is ${named}.` : `Send one of: ${named}.`;
		}
		case "too_big":
			return tooBig(issue);
		case "too_small":
			return tooSmall(issue);
		case "unrecognized_keys":
			return "There is no such member.";
		default:
			return NO_FIT;
	}
};

/** Given to a parse whose issues somebody is told. */
export const IN_PLAIN_WORDS = { error: plainIssues } as const;

function tooBig({ origin, maximum, inclusive }: Issue<"too_big">) {
	switch (origin) {
		case "string":
			return `That is longer than ${maximum} characters.`;
		case "array":
			return `Up to ${maximum} are allowed here.`;
		case "number":
		case "int":
			return inclusive ? `That is more than ${maximum}.` : `That is not less than ${maximum}.`;
		default:
			return NO_FIT;
	}
}

function tooSmall({ origin, minimum, inclusive }: Issue<"too_small">) {
	switch (origin) {
		case "string":
			return minimum === 1 ? "This is required." : `That is shorter than ${minimum} characters.`;
		case "array":
			return minimum === 1 ? "This is required." : `At least ${minimum} are needed here.`;
		case "number":
		case "int":
			return inclusive ? `That is less than ${minimum}.` : `That is not more than ${minimum}.`;
		default:
			return NO_FIT;
	}
}

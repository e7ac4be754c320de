import { expect, test } from "vitest";
import { z } from "zod";
import { plainIssues } from "./plain-issues.ts";

const Asked = z.strictObject({
	title: z.string(),
	level: z.enum(["AGENCY", "LOCATION"]).optional(),
	count: z.number().int().optional(),
	scopes: z.array(z.string()).optional(),
	place: z.union([z.literal("here"), z.null()]).optional(),
	note: z.string({ error: "The note is text." }).optional(),
});

const saidOf = (input: unknown) =>
	Asked.safeParse(input, { error: plainIssues }).error?.issues.map(
		({ path, message }) => `${path.join(".")}: ${message}`,
	);

test.each([
	[{}, "title: This is required."],
	[{ title: 1 }, "title: Send text."],
	[{ title: "a", level: "X" }, "level: Send one of: AGENCY, LOCATION."],
	[{ title: "a", count: "1" }, "count: Send a number."],
	[{ title: "a", count: 1.5 }, "count: Send a whole number."],
	[{ title: "a", scopes: "all" }, "scopes: Send a list."],
	[{ title: "a", place: "there" }, "place: This value does not fit."],
	[{ title: "a", note: 1 }, "note: The note is text."],
])("%j is refused in plain words", (input, said) => {
	expect(saidOf(input)).toEqual([said]);
});

test("a body that is not there, or is none, is refused in plain words", () => {
	expect([saidOf(undefined), saidOf([])]).toEqual([[": This is required."], [": Send an object."]]);
});

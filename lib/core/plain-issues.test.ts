import { expect, test } from "vitest";
import { z } from "zod";
import { IN_PLAIN_WORDS } from "./plain-issues.ts";

const Asked = z.strictObject({
	title: z.string(),
	level: z.enum(["AGENCY", "LOCATION"]).optional(),
	count: z.number().int().optional(),
	scopes: z.array(z.string()).optional(),
	place: z.union([z.literal("here"), z.null()]).optional(),
	note: z.string({ error: "The note is text." }).optional(),
});

const saidOf = (input: unknown) =>
	Asked.safeParse(input, IN_PLAIN_WORDS).error?.issues.map(
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

test.each([
	[z.string().max(200), "x".repeat(201), "That is longer than 200 characters."],
	[z.string().min(3), "x", "That is shorter than 3 characters."],
	[z.string().min(1), "", "This is required."],
	[z.string().length(6), "x", "That is shorter than 6 characters."],
	[z.array(z.string()).max(1), ["a", "b"], "Up to 1 are allowed here."],
	[z.array(z.string()).min(2), ["a"], "At least 2 are needed here."],
	[z.array(z.string()).min(1), [], "This is required."],
	[z.number().max(9), 10, "That is more than 9."],
	[z.number().lt(9), 9, "That is not less than 9."],
	[z.int().min(1), 0, "That is less than 1."],
	[z.number().positive(), 0, "That is not more than 0."],
	[z.int(), 2 ** 60, `That is more than ${Number.MAX_SAFE_INTEGER}.`],
	[z.number(), Number.NaN, "Send a number."],
	[z.date(), "today", "This value does not fit."],
	[z.date().max(new Date(0)), new Date(1), "This value does not fit."],
	[z.literal("DAY"), "MONTH", "The only value here is DAY."],
	[z.uuid(), "x", "Send an id, such as 0198c1de-5b1c-7c3e-9d5a-2f1e8b7a6c4d."],
	[z.iso.datetime(), "x", "Send a moment with its time zone, such as 2026-06-23T03:30:00Z."],
	[z.string().regex(/^a$/), "b", "This value does not fit."],
	[z.number().multipleOf(5), 3, "This value does not fit."],
	[z.record(z.string().max(1), z.string()), { bb: "" }, "This value does not fit."],
	[z.string().refine(() => false), "x", "This value does not fit."],
	[
		z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") })]),
		{ kind: "b" },
		"This value does not fit.",
	],
	[z.strictObject({}), { more: 1 }, "There is no such member."],
])("a schema without words of its own says plain ones: %#", (schema, input, said) => {
	const { error } = (schema as z.ZodType).safeParse(input, IN_PLAIN_WORDS);

	expect(error?.issues[0]?.message).toBe(said);
});

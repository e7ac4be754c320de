import { z } from "zod";

const TEXT_MAX = 8_000;
const DEPTH_MAX = 10;

/** What the database's JSON cannot hold: a NUL, and half of a surrogate pair. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/i;

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Meta = { readonly [name: string]: Json };

const isDeeper = (value: unknown, depth: number): boolean =>
	typeof value === "object" &&
	value !== null &&
	(depth === 0 || Object.values(value).some((member) => isDeeper(member, depth - 1)));

function problemOf(value: unknown) {
	if (isDeeper(value, DEPTH_MAX)) return `Objects may stand in one another ${DEPTH_MAX} deep.`;
	const text = JSON.stringify(value);
	if (text.length > TEXT_MAX) return `This may have up to ${TEXT_MAX} characters as JSON.`;
	if (UNSTORABLE.test(text)) return "A text in it has a character that cannot be stored.";
	return null;
}

/** What a program keeps with a key: an object of its own making, handed back with every verdict. */
export const Meta = z.record(z.string(), z.unknown()).transform((value, check): Meta => {
	const message = problemOf(value);
	if (message !== null) check.addIssue({ code: "custom", message });
	return value as Meta;
});

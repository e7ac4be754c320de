import { expect, test } from "vitest";
import { Meta } from "./meta.ts";

const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

test.each([
	["nothing", {}],
	["plain values", { plan: "pro", seats: 3, trial: false, until: null, tags: ["a"] }],
	["ten levels", nested(9)],
	["a text that speaks of a NUL", { a: "\\u0000" }],
	["emoji", { a: "🔑" }],
	["8,000 characters", { a: "x".repeat(7_992) }],
])("%s is kept", (_name, meta) => {
	expect(Meta.parse(meta)).toEqual(meta);
});

test.each([
	["an array", []],
	["a text", "plan"],
	["null", null],
	["eleven levels", nested(10)],
	["thousands of levels", JSON.parse(`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`)],
	["a NUL", { a: "\0" }],
	["a NUL in a name", { "\0": 1 }],
	["a NUL behind a backslash", { a: "\\\0" }],
	["half of a pair", { a: "\ud800" }],
	["8,001 characters", { a: "x".repeat(7_993) }],
])("%s is refused", (_name, meta) => {
	expect(Meta.safeParse(meta).success).toBe(false);
});

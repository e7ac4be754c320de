import { describe, expect, test } from "vitest";
import { parsePermissionQuery, QueryProblem, satisfies } from "./permission-query.ts";

const asks = (query: string, ...held: string[]) => satisfies(new Set(held), parsePermissionQuery(query));

test.each([
	["a", ["a"], true],
	["a", ["b"], false],
	["a AND b", ["a"], false],
	["a AND b", ["a", "b"], true],
	["a OR b", ["b"], true],
	["a and b or c", ["c"], true],
	["a OR b AND c", ["a"], true],
	["a OR b AND c", ["b"], false],
	["(a OR b) AND c", ["a"], false],
	["(a OR b) AND c", ["b", "c"], true],
	["((a))", ["a"], true],
	["(a AND(b OR c))", ["a", "c"], true],
	["  contacts.write\tOR\nforms.readonly ", ["forms.readonly"], true],
	["order OR android", ["android"], true],
] as [string, string[], boolean][])("%j for %j is %j", (query, held, answer) => {
	expect(asks(query, ...held)).toBe(answer);
});

test.each([
	["nothing", ""],
	["spaces", "   "],
	["two names in a row", "a b"],
	["an operator at the beginning", "AND a"],
	["an operator at the end", "a OR"],
	["two operators", "a AND OR b"],
	["empty brackets", "()"],
	["a bracket that is not closed", "(a"],
	["a bracket too many", "a)"],
	["a sign that no permission has", "a && b"],
	["a text", '"a"'],
	["a NUL", "a\0"],
	["a name of 101 characters", "a".repeat(101)],
])("%s is no query", (_name, query) => {
	expect(() => parsePermissionQuery(query)).toThrow(QueryProblem);
});

describe("bounds", () => {
	test("twenty brackets in one another are read, twenty-one are not", () => {
		const nested = (depth: number) => `${"(".repeat(depth)}a${")".repeat(depth)}`;

		expect(asks(nested(20), "a")).toBe(true);
		expect(() => parsePermissionQuery(nested(21))).toThrow(/20 deep/);
	});

	test("a thousand characters are read, more are not", () => {
		const query = "a OR ".repeat(199).padEnd(999, " ");

		expect(asks(`${query}b`, "b")).toBe(true);
		expect(() => parsePermissionQuery(`${query} b`)).toThrow(/1000 characters/);
	});
});

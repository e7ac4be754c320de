import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("members in another order give the same text, at every depth", () => {
	expect(canonicalJson({ b: 1, a: { d: [2, { f: 3, e: 4 }], c: null } })).toBe(
		'{"a":{"c":null,"d":[2,{"e":4,"f":3}]},"b":1}',
	);
});

test("elements in another order give another text", () => {
	expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test("what JSON makes of a value and back again gives the same text", () => {
	const value = { at: new Date(0), none: undefined, ten: 1, 10: 2, 9: 3, é: "\ud83d\udd11", __proto__: null };

	expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
});

test("a member named __proto__ counts like every other", () => {
	expect(canonicalJson(JSON.parse('{"__proto__":{"b":1,"a":2}}'))).toBe('{"__proto__":{"a":2,"b":1}}');
});

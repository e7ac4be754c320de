import { describe, expect, test } from "vitest";
import { Id, newId } from "./ids.ts";
import { Email, TypedPassword } from "./people/email.ts";
import { Slug } from "./places/slug-field.ts";

describe("an e-mail address", () => {
	test.each([
		["ada@example.test", "ada@example.test"],
		["  Ada@Example.TEST\t", "ada@example.test"],
		["a+b.c@sub.example.test", "a+b.c@sub.example.test"],
	])("%j is found as %j", (typed, found) => {
		expect(Email.parse(typed)).toBe(found);
	});

	test.each([
		"",
		"ada",
		"@example.test",
		"ada@",
		"ada@example",
		"ada@exa mple.test",
		"ada@example.test\0",
		"ada\n@example.test",
		"ada＠example.test",
		"adá@example.test",
		"\u212aate@example.test",
		"ada@exampl\u0435.test",
		"a@b.test,c@d.test",
		"Ada <ada@example.test>",
		`${"a".repeat(250)}@example.test`,
		null,
		5,
		["ada@example.test"],
	])("%j is none", (typed) => {
		expect(Email.safeParse(typed).success).toBe(false);
	});
});

test("a typed password is taken as it is, from one to 128 characters", () => {
	expect(TypedPassword.parse("  spaces count  ")).toBe("  spaces count  ");
	for (const password of ["", "x".repeat(129), null, 5]) {
		expect(TypedPassword.safeParse(password).success).toBe(false);
	}
});

describe("a name in an address", () => {
	test.each(["a", "harbour", "harbour-2", "a-b-c", "2", "x".repeat(60)])("may be %s", (slug) => {
		expect(Slug.parse(slug)).toBe(slug);
	});

	test.each(["", "-a", "a-", "a--b", "A", "a_b", "a b", "a/b", "..", "é", "a\n", "x".repeat(61), "%61"])(
		"may not be %j",
		(slug) => {
			expect(Slug.safeParse(slug).success).toBe(false);
		},
	);
});

describe("an id", () => {
	test("is made anew each time and sorts by when", () => {
		const ids = Array.from({ length: 1_000 }, newId);

		expect(new Set(ids).size).toBe(1_000);
		expect(ids).toEqual([...ids].sort());
		expect(Id.parse(ids[0])).toBe(ids[0]);
	});

	test("from outside is read in the letters in which it is stored", () => {
		const id = newId();

		expect(Id.parse(id.toUpperCase())).toBe(id);
	});

	test.each(["", "x", "1", `${newId()} `, newId().slice(1), newId().replaceAll("-", ""), null, 5, ["x"]])(
		"is not %j",
		(value) => {
			expect(Id.safeParse(value).success).toBe(false);
		},
	);
});

import { parse } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { de } from "./de/all.ts";
import { en } from "./en/all.ts";

type Catalogue = { readonly [name: string]: string | Catalogue };

const flat = (texts: Catalogue, path = ""): [string, string][] =>
	Object.entries(texts).flatMap(([name, value]) =>
		typeof value === "string"
			? [[`${path}${name}`, value] as [string, string]]
			: flat(value, `${path}${name}.`),
	);

type Elements = ReturnType<typeof parse>;

/** The names of all that a message is filled with: values and tags. */
const blanksOf = (elements: Elements): string[] =>
	elements.flatMap((element) => [
		...("value" in element && element.type !== 0 ? [element.value] : []),
		...("options" in element ? Object.values(element.options).flatMap(({ value }) => blanksOf(value)) : []),
		...("children" in element ? blanksOf(element.children) : []),
	]);

const german = new Map(flat(de));
const blanks = (message: string) => [...new Set(blanksOf(parse(message)))].toSorted();

test("German says everything that English says, and nothing else", () => {
	expect(flat(de).map(([name]) => name)).toEqual(flat(en).map(([name]) => name));
});

test.each(flat(en))("%s has the same blanks in German", (name, english) => {
	expect(blanks(german.get(name) ?? "")).toEqual(blanks(english));
});

const both = [...flat(en), ...flat(de)];
const breaking = (isBroken: (text: string, name: string) => boolean, texts = both) =>
	texts.filter(([name, text]) => isBroken(text, name));

/** The choices of each blank, and of those within them: "level: AGENCY other". */
const choicesOf = (elements: Elements, kind: "select" | "plural"): string[] =>
	elements.flatMap((element) => [
		...("options" in element && element.type === { select: 5, plural: 6 }[kind]
			? [`${element.value}: ${Object.keys(element.options).toSorted().join(" ")}`]
			: []),
		...("options" in element
			? Object.values(element.options).flatMap(({ value }) => choicesOf(value, kind))
			: []),
		...("children" in element ? choicesOf(element.children, kind) : []),
	]);

const selects = (message: string) => [...new Set(choicesOf(parse(message), "select"))].toSorted();

test("no text is empty, or begins or ends with a space", () => {
	expect([...flat(en), ...flat(de)].filter(([, text]) => text === "" || text !== text.trim())).toEqual([]);
});

// A choice that one language lacks would be said as any other.
test("both languages choose between the same", () => {
	const apart = breaking(
		(text, name) => selects(text).join() !== selects(german.get(name) ?? "").join(),
		flat(en),
	);
	expect(apart).toEqual([]);
});

test("what is counted has words for one and for many", () => {
	const isPoor = (choices: string) => !/ one\b.* other$/.test(choices) && !/: =1 other$/.test(choices);
	expect(breaking((text) => choicesOf(parse(text), "plural").some(isPoor))).toEqual([]);
});

test("quotation marks are those of the language, and apostrophes stand alone", () => {
	const marks = (text: string, mark: string) => text.split(mark).length;
	expect(breaking((text) => /[„‟]/.test(text), flat(en))).toEqual([]);
	expect(breaking((text) => text.includes("”") || marks(text, "„") !== marks(text, "“"), flat(de))).toEqual(
		[],
	);
	expect(breaking((text) => text.includes("''"))).toEqual([]);
});

test("German has a space before the ellipsis that follows a word", () => {
	expect(breaking((text) => /\p{L}…/u.test(text), flat(de))).toEqual([]);
});

/** These are filled with a date and never with "3 days ago". */
const EXACT = ["key.scopes.early", "health.reviews.one", "keyParts.overlap.extend.until"];

test('a time stands where both a date and "3 days ago" can', () => {
	const before = /\b(since|on|until|seit|am|vor|vom|bis|dem) <(time|when|at|since|seen|from)>/i;
	expect(breaking((text, name) => !EXACT.includes(name) && before.test(text))).toEqual([]);
});

// Somebody who talks to the browser calls a button by what it shows.
test.each([en, de])("the name of the palette's button holds what it shows", ({ palette }) => {
	expect(palette.open).toContain(palette.openShort);
});

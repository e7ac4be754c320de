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

const blanks = (message: string) => [...new Set(blanksOf(parse(message)))].toSorted();

test("German says everything that English says, and nothing else", () => {
	expect(flat(de).map(([name]) => name)).toEqual(flat(en).map(([name]) => name));
});

test.each(flat(en))("%s has the same blanks in German", (name, english) => {
	const german = new Map(flat(de)).get(name) ?? "";
	expect(blanks(german)).toEqual(blanks(english));
});

test("no text is empty, or begins or ends with a space", () => {
	expect([...flat(en), ...flat(de)].filter(([, text]) => text === "" || text !== text.trim())).toEqual([]);
});

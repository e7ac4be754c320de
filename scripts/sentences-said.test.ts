import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { sentences as german } from "#lib/core/texts/de/sentences.ts";
import { dictionaryOf, sentenceIn } from "#lib/core/texts/sentence-in.ts";
import { textsSaid } from "./sentences-said.ts";

const ROOT = join(import.meta.dirname, "..");

/** Say nothing to people who read pages: programs and operators are told in English, codes by the catalogue. */
const NOT_FOR_PAGES = [
	"lib/core/keys/ceiling.ts",
	"lib/core/keys/leak.ts",
	"lib/core/keys/meta.ts",
	"lib/core/keys/own-reasons.ts",
	"lib/core/keys/propagation.ts",
	"lib/core/keys/refusals.ts",
	"lib/core/notification-text.ts",
	"lib/core/permission-query.ts",
	"lib/core/places/profile.ts",
	"lib/core/verdicts.ts",
	"lib/services/calls/answer-once.ts",
	"lib/services/jobs/clock-guard.ts",
	"lib/services/keys/create-location-token.ts",
	"lib/services/keys/move-credits.ts",
	"lib/services/keys/read-usage.ts",
	"lib/services/keys/replace.ts",
	"lib/services/people/create-member.ts",
];

/** Told to programs alone, in files that speak to people as well. */
const TO_PROGRAMS = [
	/^Your key /,
	/^The older secret of a key gives it no new one\./,
	/^This role manages keys\. Only a key /,
	/^Made by POST /,
	/^Thank you\. We have got your answers\.$/,
	/^This is a test\. Nothing has happened\.$/,
];

const sources = (pattern: string) =>
	globSync(pattern, { cwd: ROOT })
		.map((path) => path.split(sep).join("/"))
		.filter((path) => !/\.test\.tsx?$|\.d\.ts$|^lib\/core\/texts\/|^app\/developers\//.test(path))
		.map((path) => ({ path, texts: textsSaid(path, readFileSync(join(ROOT, path), "utf8")) }));

const library = sources("lib/{actions,auth,core,data,egress,passwords,services}/**/*.ts");
const screens = sources("app/**/*.{ts,tsx}");
const gate = sources("lib/gate/take-here.ts");

const dictionary = dictionaryOf(german);
const inGerman = (english: string) => sentenceIn(dictionary, english);

const isSentence = (text: string) => /^[\p{Lu}"“{].* .*\.$/su.test(text);

const said = [
	...[...library, ...gate]
		.filter(({ path }) => !NOT_FOR_PAGES.includes(path))
		.flatMap(({ texts }) => texts)
		.filter(({ text, isName }) => isName || isSentence(text)),
	...screens
		.flatMap(({ texts }) => texts)
		.filter(({ text, isName, isError }) => isName || (isError && isSentence(text))),
]
	.map(({ text }) => text)
	.filter((text) => !TO_PROGRAMS.some((told) => told.test(text)));

/** What a blank may hold: a word that is nobody's, or a sentence of the dictionary. */
const FILLINGS = ["7x", "This value does not fit.", "“x”"];
const filled = (text: string) => FILLINGS.map((filling) => text.replaceAll("{}", filling));

test("every sentence that people may be told is said in German", () => {
	const unsaid = [...new Set(said)].filter((text) => filled(text).every((one) => inGerman(one) === one));

	expect(unsaid).toEqual([]);
});

test("none is said half in German", () => {
	const halves = said
		.filter((text) => !text.includes("{}"))
		.map(inGerman)
		.filter((text) =>
			/\b(a|and|for|has|have|is|it|of|the|this|to|your)\b/i.test(text.replace("{ name, was }", "")),
		);

	expect(halves).toEqual([]);
});

const BLANK = /\{(\w+)\}/g;
const blanksOf = (text: string) => [...text.matchAll(BLANK)].map(([, name]) => name).toSorted();

test.each(Object.entries(german))("%s has the same blanks in German", (english, text) => {
	expect(blanksOf(text)).toEqual(blanksOf(english));
	expect(new Set(blanksOf(english)).size).toBe(blanksOf(english).length);
});

test("no sentence could be said in two ways", () => {
	const alone = Object.entries(german).filter(([english]) => !english.includes("{sentence}"));
	const others = (english: string) =>
		dictionaryOf(Object.fromEntries(alone.filter(([one]) => one !== english)));
	const ambiguous = alone
		.map(([english]) => english)
		.filter((english) => {
			const sample = english.replaceAll(BLANK, "7x");
			return english.includes("{") && sentenceIn(others(english), sample) !== sample;
		});

	expect(ambiguous).toEqual([]);
});

test("every sentence of the dictionary is said somewhere", () => {
	const all = [...library, ...screens, ...gate]
		.flatMap(({ texts }) => texts.map(({ text }) => text))
		.join("\n");
	const longest = (english: string) =>
		english
			.split(/\{\w+\}/)
			.map((part) => part.replace(/^\P{L}+|[^\p{L}.]+$/gu, ""))
			.toSorted((one, other) => other.length - one.length)
			.at(0) ?? "";

	expect(Object.keys(german).filter((english) => !all.includes(longest(english)))).toEqual([]);
});

test("German sentences have German quotation marks, and no spaces around them", () => {
	const texts = Object.values(german);
	const count = (text: string, sign: string) => text.split(sign).length - 1;

	expect(texts.filter((text) => text.includes("”") || count(text, "„") !== count(text, "“"))).toEqual([]);
	expect(texts.filter((text) => text === "" || text !== text.trim())).toEqual([]);
});

describe("what a source says is found", () => {
	test.each([
		['throw refuse("No.")', ["No."]],
		[`const text = \`\${name} is required.\``, ["{} is required."]],
		['const text = "One. " + "Two."', ["One. Two."]],
		[`const text = \`Version \${version} is, \` + "or is not."`, ["Version {} is, or is not."]],
		['z.string({ error: "No." })', ["No."]],
	])("%s", (source, texts) => {
		expect(textsSaid("source.ts", source).map(({ text }) => text)).toEqual(texts);
	});

	test("with what it is given to", () => {
		expect(textsSaid("source.ts", 'singleLine(5, "The title")')).toEqual([
			{ text: "The title", isName: true, isError: false },
		]);
		expect(textsSaid("source.ts", 'z.string({ error: "No." })')).toEqual([
			{ text: "No.", isName: false, isError: true },
		]);
		expect(textsSaid("source.ts", 'answerDownload(request, say, "Open it.", work)')).toEqual([
			{ text: "Open it.", isName: false, isError: true },
		]);
	});
});

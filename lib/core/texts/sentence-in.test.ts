import { expect, test } from "vitest";
import { dictionaryOf, sentenceIn } from "./sentence-in.ts";

const GERMAN = dictionaryOf({
	"The title": "Der Titel",
	"{name} is required.": "{name} fehlt.",
	"{name} may have up to {max} characters.": "{name} darf höchstens {max} Zeichen haben.",
	"A revoked key stays revoked.": "Ein widerrufener Schlüssel bleibt widerrufen.",
	"{from} or {to}?": "{to} oder {from}?",
	"{field}: {sentence}": "{field}: {sentence}",
	"Use (one) of: {names}.": "Verwenden Sie eins von: {names}.",
});

test.each([
	["A revoked key stays revoked.", "Ein widerrufener Schlüssel bleibt widerrufen."],
	["The title is required.", "Der Titel fehlt."],
	["The title may have up to 80 characters.", "Der Titel darf höchstens 80 Zeichen haben."],
	["one or two?", "two oder one?"],
	["Use (one) of: a, b.", "Verwenden Sie eins von: a, b."],
])("%s is said in the other language", (english, german) => {
	expect(sentenceIn(GERMAN, english)).toBe(german);
});

test.each(["Nobody translated this.", "", "{name}", "The title is required. Really."])(
	"a sentence that nobody has translated stays as it is: %j",
	(english) => {
		expect(sentenceIn(GERMAN, english)).toBe(english);
	},
);

test("what people wrote stays as they wrote it", () => {
	expect(sentenceIn(GERMAN, "Wie heißt Ihr {name}?\nUnd warum is required.")).toBe(
		"Wie heißt Ihr {name}?\nUnd warum fehlt.",
	);
	expect(sentenceIn(GERMAN, "$& is required.")).toBe("$& fehlt.");
});

test("a sentence in a sentence is said too, and what is none is not taken for one", () => {
	expect(sentenceIn(GERMAN, "Size: The title is required.")).toBe("Size: Der Titel fehlt.");
	expect(sentenceIn(GERMAN, "Size: large")).toBe("Size: large");
});

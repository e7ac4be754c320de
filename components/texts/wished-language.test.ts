import { expect, test } from "vitest";
import { wishedLanguage } from "./wished-language.ts";

test.each([
	["de", "de"],
	["de-AT, en;q=0.5", "de"],
	["fr, en;q=0.4, de;q=0.8", "de"],
	["en;q=0, de;q=0.1", "de"],
	["*", null],
	["fr, *;q=0.5", null],
	["*, de;q=0.3", "de"],
	["fr", null],
	["", null],
	[null, null],
])("%s asks for %s of ours", (header, language) => {
	expect(wishedLanguage(header)).toBe(language);
});

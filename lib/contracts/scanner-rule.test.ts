import { expect, test } from "vitest";
import { findKeyTexts, generateSecret } from "#lib/core/keys/format.ts";
import { KEY_LEVELS } from "#lib/core/keys/key.ts";
import { scannerRule } from "./scanner-rule.ts";

const rule = scannerRule("https://keys.example.test");
const found = (text: string) => new RegExp(/^regex = '''(.+)'''$/m.exec(rule)?.[1] ?? "").exec(text)?.[1];

test("the rule finds every key, wherever it stands", () => {
	for (const level of KEY_LEVELS) {
		for (let made = 0; made < 200; made++) {
			const { plaintext } = generateSecret(level);
			for (const text of [plaintext, `KEY="${plaintext}"`, `Bearer ${plaintext}\n`, `(${plaintext}).`]) {
				expect(found(text)).toBe(plaintext);
			}
		}
	}
});

test("it finds nothing shorter, longer, or of another kind", () => {
	const { plaintext } = generateSecret("AGENCY");

	for (const text of [
		plaintext.slice(0, -1),
		plaintext.slice(1),
		`${plaintext}x`,
		`x${plaintext}`,
		plaintext.replace("_agy_", "_xyz_"),
		plaintext.replace(/.$/, "-"),
		plaintext.toUpperCase(),
		"",
	]) {
		expect(found(text), text).toBeUndefined();
	}
});

test("scanners that look for words first look for the two beginnings, and finders learn where to go", () => {
	expect(rule).toContain('keywords = ["lk_agy_", "lk_loc_"]');
	expect(rule).toContain("https://keys.example.test/report-leak");
	// RE2, which gitleaks uses, knows neither.
	expect(rule).not.toMatch(/\(\?[=!<]/);
});

test("in a pasted text each key is found once, and what only looks like one is left", () => {
	const [one, other] = [generateSecret("AGENCY").plaintext, generateSecret("LOCATION").plaintext];
	const miswritten = one.replace(/.$/, (last) => (last === "a" ? "b" : "a"));

	expect(findKeyTexts(`a=${one}\nb='${other}'; again ${one}, ${miswritten} lk_agy_short`)).toEqual([
		one,
		other,
	]);
	expect(findKeyTexts("nothing")).toEqual([]);
});

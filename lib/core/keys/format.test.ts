import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { digestKey } from "./digest.ts";
import { generateSecret, isKeyText, KEY_LENGTH, KEY_PATTERN } from "./format.ts";
import { KEY_LEVELS } from "./key.ts";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

describe.each([
	["AGENCY", "lk_agy_"],
	["LOCATION", "lk_loc_"],
] as const)("a new %s key", (level, prefix) => {
	const { plaintext, ...shown } = generateSecret(level);

	test("is its prefix, 32 random characters and six of checksum, all base62", () => {
		expect(plaintext).toHaveLength(45);
		expect(KEY_LENGTH).toBe(45);
		expect(plaintext).toMatch(new RegExp(`^${prefix}[0-9A-Za-z]{38}$`));
		expect(plaintext).toMatch(KEY_PATTERN);
		expect(isKeyText(plaintext)).toBe(true);
	});

	test("ends in the CRC32 of all that stands before, in base62", () => {
		const value = [...plaintext.slice(-6)].reduce(
			(sum, character) => sum * 62 + BASE62.indexOf(character),
			0,
		);

		expect(value).toBe(crc32(plaintext.slice(0, -6)));
	});

	test("shows its prefix and its last four random characters, none of the checksum", () => {
		expect(shown).toEqual({ prefix, lastFour: plaintext.slice(35, 39) });
	});

	test("is no key any more with any one character changed", () => {
		for (let place = 0; place < plaintext.length; place++) {
			for (const character of [...BASE62, "_", " ", "é", "\0"]) {
				if (character === plaintext[place]) continue;
				const changed = plaintext.slice(0, place) + character + plaintext.slice(place + 1);
				expect(isKeyText(changed), changed).toBe(false);
			}
		}
	});

	test("is no key any more with two neighbouring characters swapped, one left out or one added", () => {
		for (let place = 0; place < plaintext.length - 1; place++) {
			const [before, a, b, after] = [
				plaintext.slice(0, place),
				plaintext.charAt(place),
				plaintext.charAt(place + 1),
				plaintext.slice(place + 2),
			];
			if (a !== b) expect(isKeyText(before + b + a + after)).toBe(false);
			expect(isKeyText(before + b + after)).toBe(false);
			expect(isKeyText(`${before + a}x${b}${after}`)).toBe(false);
		}
	});
});

test.each(["", "lk_agy_", "lk_agy_".padEnd(45, "0"), "sk_live_".padEnd(45, "a"), "\ud800".repeat(45)])(
	"%j is no key",
	(text) => {
		expect(isKeyText(text)).toBe(false);
	},
);

test("no two keys are alike", () => {
	const made = new Set(Array.from({ length: 10_000 }, () => generateSecret("AGENCY").plaintext));

	expect(made.size).toBe(10_000);
});

// Taking a byte modulo 62 would make the first eight characters a quarter likelier than the others.
test("every character is as likely as every other", () => {
	const seen = new Map<string, number>();
	const samples = 20_000;
	for (let sample = 0; sample < samples; sample++) {
		for (const character of generateSecret("LOCATION").plaintext.slice(7, 39)) {
			seen.set(character, (seen.get(character) ?? 0) + 1);
		}
	}

	expect([...seen.keys()].sort().join("")).toBe(BASE62);
	const expected = (samples * 32) / 62;
	// Six standard deviations: a fair source fails this once in several million runs.
	const tolerance = 6 * Math.sqrt(expected);
	for (const [character, count] of seen) {
		expect(Math.abs(count - expected), character).toBeLessThan(tolerance);
	}
});

describe("a digest", () => {
	const pepper = { bytes: Buffer.alloc(32, 1) };

	test("is HMAC-SHA-256 of the text under the pepper", () => {
		// RFC 4231, test case 2.
		expect(digestKey("what do ya want for nothing?", { bytes: Buffer.from("Jefe") }).toString("hex")).toBe(
			"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
		);
	});

	test("differs by text and by pepper", () => {
		const digests = [
			digestKey("a", pepper),
			digestKey("b", pepper),
			digestKey("a", { bytes: Buffer.alloc(32, 2) }),
		];

		expect(new Set(digests.map(String)).size).toBe(3);
		expect(digests[0]).toHaveLength(32);
	});
});

test("there is a prefix for each level, and they differ", () => {
	expect(new Set(KEY_LEVELS.map((level) => generateSecret(level).prefix)).size).toBe(KEY_LEVELS.length);
});

import { expect, test } from "vitest";
import { generateSecret } from "./format.ts";
import { maskKey } from "./key.ts";
import { shortenKeys } from "./shorten-keys.ts";
import { readSought, SoughtText } from "./sought-refusal.ts";

const ID = "0198c1de-7a3c-7e01-9a60-0d5a8f6a1b2c";

test.each([
	[ID, { id: ID }],
	[` ${ID.toUpperCase()} `, { id: ID }],
	["lk_agy_••••Ab12", { prefix: "lk_agy_", lastFour: "Ab12" }],
	["lk_loc_...Ab12", { prefix: "lk_loc_", lastFour: "Ab12" }],
	["lk_agy_Ab12…", { prefix: "lk_agy_", lastFour: "Ab12" }],
	["Ab12", { prefix: null, lastFour: "Ab12" }],
])("%j is read", (text, sought) => {
	expect(readSought(text)).toEqual(sought);
});

test.each(["", "lk_agy_", "Ab1", "Ab123", "sk_live_Ab12", `${ID}0`])("%j is not", (text) => {
	expect(readSought(text)).toBeNull();
	expect(SoughtText.safeParse(text).success).toBe(false);
});

test("a whole key is found by what lists show of it, and shortened to that", () => {
	for (const level of ["AGENCY", "LOCATION"] as const) {
		const { plaintext, prefix, lastFour } = generateSecret(level);

		expect(readSought(plaintext)).toEqual({ prefix, lastFour });
		expect(shortenKeys(`it is ${plaintext}!`)).toBe(
			`it is ${maskKey({ secretPrefix: prefix, secretLastFour: lastFour })}!`,
		);
	}
});

test.each([
	["one character too few", (key: string) => key.slice(0, -1)],
	["one too many", (key: string) => `${key}x`],
	["half of it", (key: string) => key.slice(0, 26)],
])("a key with %s shows nothing of it", (_what, tear) => {
	const { plaintext, prefix } = generateSecret("AGENCY");

	expect(shortenKeys(tear(plaintext))).toBe(`${prefix}••••`);
	expect(readSought(tear(plaintext))).toBeNull();
});

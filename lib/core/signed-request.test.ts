import { describe, expect, test } from "vitest";
import { isTimely, readSignature, signedText, signText } from "./signed-request.ts";

const SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

// Programs of customers compute these by themselves: what changes here breaks all of them.
test.each([
	[
		{ method: "GET", target: "/api/v2/keys/me", body: null },
		`1767225600.GET./api/v2/keys/me.${EMPTY}`,
		"0ccf00792be464e564da53f430e6cca082ac55654dd867122bb5062f1344a8ba",
	],
	[
		{ method: "POST", target: "/api/v2/keys/verify/?a=%20b", body: Buffer.from('{"key":"lk_agy_é"}') },
		"1767225600.POST./api/v2/keys/verify/?a=%20b.359aee7c8bb39bd1b00b39bfbc46142f7065f99533fc550e3ddf7a399f17698b",
		"e7d5f17251ba711ed4aa1d2c0be1115bff1609a7a5dfb786b79f7fc8d7c927f2",
	],
])("%o is signed by a line and a key that never change", (request, text, signature) => {
	const line = signedText("1767225600", request);

	expect(line).toBe(text);
	expect(signText(SECRET, line).toString("hex")).toBe(signature);
});

test("an empty body and none sign alike", () => {
	const request = { method: "POST", target: "/api/v2/keys/verify" };

	expect(signedText("1", { ...request, body: Buffer.alloc(0) })).toBe(
		signedText("1", { ...request, body: null }),
	);
});

describe("the headers", () => {
	const hex = "0123456789abcdef".repeat(4);

	test("are read when they have the form that is asked for", () => {
		expect(readSignature("1767225600", `v1=${hex}`)).toEqual({
			timestamp: "1767225600",
			signature: Buffer.from(hex, "hex"),
		});
	});

	test.each([
		["", `v1=${hex}`],
		["1767225600", ""],
		["1767225600", hex],
		["1767225600", `v2=${hex}`],
		["1767225600", `v1=${hex.toUpperCase()}`],
		["1767225600", `v1=${hex}0`],
		["1767225600", `v1=${hex}, v1=${hex}`],
		["1767225600.5", `v1=${hex}`],
		["-1767225600", `v1=${hex}`],
		["1e9", `v1=${hex}`],
		["1767225600, 1767225600", `v1=${hex}`],
	])("are refused as %j and %j", (timestamp, signature) => {
		expect(readSignature(timestamp, signature)).toBeNull();
	});
});

test.each([
	[0, true],
	[300, true],
	[-300, true],
	[301, false],
	[-301, false],
])("a clock that is %i seconds off is timely: %s", (offset, timely) => {
	const now = 1_767_225_600_000;

	expect(isTimely(String(now / 1_000 + offset), now)).toBe(timely);
});

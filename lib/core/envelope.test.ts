import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deriveKeys } from "#lib/config/secrets.ts";
import { type Binding, EnvelopeError, type Kek, open, rewrap, seal } from "./envelope.ts";

const newRing = () => deriveKeys([randomBytes(32).toString("base64")], "sealing") as [Kek, ...Kek[]];
const binding: Binding = ["shared-secret", "agency", "id", 1];
const ring = newRing();

test.each(["", "a", "whsec_AAAA", "ünïcode 🔑", "x".repeat(10_000)])("%j comes out as it went in", (text) => {
	expect(open(seal(text, binding, ring).sealed, binding, ring)).toBe(text);
});

test("the same text is never sealed the same way twice", () => {
	const seen = new Set(Array.from({ length: 200 }, () => seal("text", binding, ring).sealed.toString("hex")));

	expect(seen.size).toBe(200);
});

describe("an envelope stays shut", () => {
	const { sealed } = seal("the text", binding, ring);

	test.each<[string, Binding]>([
		["another purpose", ["totp", "agency", "id", 1]],
		["another agency", ["shared-secret", "agency2", "id", 1]],
		["another row", ["shared-secret", "agency", "id2", 1]],
		["another version", ["shared-secret", "agency", "id", 2]],
		["a version that is a text", ["shared-secret", "agency", "id", "1"]],
		["parts that run together", ["shared-secret", "agencyid", 1]],
	])("for %s", (_name, other) => {
		expect(() => open(sealed, other, ring)).toThrow(EnvelopeError);
		expect(() => rewrap(sealed, other, ring)).toThrow(EnvelopeError);
	});

	test("when any bit of it is another one", () => {
		for (let bit = 0; bit < sealed.length * 8; bit++) {
			const changed = Buffer.from(sealed);
			changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
			expect(() => open(changed, binding, ring), `bit ${bit}`).toThrow(EnvelopeError);
		}
	});

	test("when it is cut off anywhere, or has something behind it", () => {
		for (let length = 0; length < sealed.length; length++) {
			expect(() => open(sealed.subarray(0, length), binding, ring)).toThrow(EnvelopeError);
		}
		expect(() => open(Buffer.concat([sealed, Buffer.of(0)]), binding, ring)).toThrow(EnvelopeError);
	});

	test("without the key that wrapped it", () => {
		expect(() => open(sealed, binding, newRing())).toThrow(EnvelopeError);
	});
});

test("wrapped anew it opens with the new key alone, and the old key opens it no more", () => {
	const [fresh] = newRing();
	const both: [Kek, ...Kek[]] = [fresh, ...ring];
	const { sealed, kekId } = rewrap(seal("the text", binding, ring).sealed, binding, both);

	expect(kekId).toBe(fresh.id);
	expect(open(sealed, binding, [fresh])).toBe("the text");
	expect(() => open(sealed, binding, ring)).toThrow(EnvelopeError);
});

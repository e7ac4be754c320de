import { expect, test } from "vitest";
import { deriveKeys, keyRing } from "./secrets.ts";

const PURPOSES = ["key-pepper", "password-pepper", "session", "audit", "sealing", "set-up"] as const;

test("one secret gives a key of its own for each purpose", () => {
	const keys = PURPOSES.flatMap((purpose) => deriveKeys(["a secret"], purpose));

	expect(new Set(keys.map(({ bytes }) => bytes.toString("hex"))).size).toBe(PURPOSES.length);
	expect(new Set(keys.map(({ id }) => id)).size).toBe(PURPOSES.length);
	for (const { bytes, id } of keys) {
		expect(bytes).toHaveLength(32);
		expect(id).toMatch(/^[0-9a-f]{12}$/);
		expect(bytes.toString("hex")).not.toContain(id);
	}
});

// Another value here means that every key and password in every installation stops working.
test("the same secret gives the same key in every release", () => {
	const [key] = deriveKeys(["a secret that never changes"], "key-pepper");

	expect(key?.bytes.toString("hex")).toBe("34ecfb5a0489875378437739a0db9f8a3d0aa3390c102a45876c0c9cd53e4987");
});

test("several secrets give several keys, newest first, that do not depend on each other", () => {
	const [newest, older] = deriveKeys(["newest", "older"], "audit");

	expect([newest]).toEqual(deriveKeys(["newest"], "audit"));
	expect([older]).toEqual(deriveKeys(["older"], "audit"));
});

test("the ring of this installation is always the same", () => {
	expect(keyRing("session")).toBe(keyRing("session"));
	expect(keyRing("session")[0].id).not.toBe(keyRing("audit")[0].id);
});

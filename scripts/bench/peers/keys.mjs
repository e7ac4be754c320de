import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The keys' texts that the bench was given. */
export const keyTexts = () =>
	readFileSync(process.env.KEYS_FILE ?? "", "utf8")
		.trim()
		.split("\n");

/** @param {string} text */
export const digestOf = (text) => createHash("sha256").update(text).digest();

/** A finished answer for each key by its digest, as long as Latchkey's own. */
export function answersByDigest() {
	return new Map(
		keyTexts().map((text, index) => {
			const id = `01940000-0000-7000-8000-${String(index).padStart(12, "0")}`;
			return [digestOf(text).toString("base64"), Buffer.from(JSON.stringify(answerFor(id)))];
		}),
	);
}

/** @param {string} id */
const answerFor = (id) => ({
	valid: true,
	code: "VALID",
	detail: "The key is good.",
	keyId: id,
	level: "LOCATION",
	agencyId: id,
	locationIds: [id],
	title: `Key ${id}`,
	role: "ADMIN",
	scopes: ["contacts.readonly", "contacts.write", "forms.readonly"],
	expiresAt: null,
	rateLimit: { limit: 1_000_000, remaining: 999_999, resetAt: "2026-01-01T00:00:00.000Z" },
	credits: null,
	requestId: id,
});

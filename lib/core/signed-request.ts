/**
 * Requests that are signed with an agency's shared secret. What is signed is one line:
 * `<unix seconds>.<METHOD>.<path with query, as sent>.<SHA-256 of the body, in hex>`
 * and the signature is `v1=` and its HMAC-SHA-256 in hex, keyed with the secret's whole text as UTF-8 bytes.
 */
import { createHash, createHmac } from "node:crypto";

export const TIMESTAMP_HEADER = "x-latchkey-timestamp";
export const SIGNATURE_HEADER = "x-latchkey-signature";

/** How far the sender's clock may be off, either way. */
export const TOLERANCE_MS = 300_000;

export type Signable = {
	method: string;
	/** Path and query exactly as they stand in the request line. */
	target: string;
	/** Null when nothing was sent along, which signs like an empty body. */
	body: Uint8Array | null;
};

export type Presented = { timestamp: string; signature: Buffer };

const TIMESTAMP = /^[0-9]{1,12}$/;
const SIGNATURE = /^v1=([0-9a-f]{64})$/;

/** The line that a signature covers. The timestamp is taken as it was sent. */
export const signedText = (timestamp: string, { method, target, body }: Signable) =>
	`${timestamp}.${method}.${target}.${createHash("sha256")
		.update(body ?? "")
		.digest("hex")}`;

export const signText = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest();

/** Reads the two headers; null when they do not have the form that is asked for. */
export function readSignature(timestamp: string, signature: string): Presented | null {
	const hex = SIGNATURE.exec(signature)?.[1];
	if (!hex || !TIMESTAMP.test(timestamp)) return null;
	return { timestamp, signature: Buffer.from(hex, "hex") };
}

export const isTimely = (timestamp: string, now: number) =>
	Math.abs(Number(timestamp) * 1_000 - now) <= TOLERANCE_MS;

import { createHmac } from "node:crypto";

/** HMAC-SHA-256 of a key's text under a server pepper: what is stored and looked up in its place. 32 bytes. */
export const digestKey = (text: string, pepper: { bytes: Buffer }) =>
	createHmac("sha256", pepper.bytes).update(text).digest();

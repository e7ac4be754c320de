import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

/** Made once for each pepper: making one takes several times as long as using it. */
const keys = new WeakMap<Buffer, KeyObject>();

function keyOf(bytes: Buffer) {
	let key = keys.get(bytes);
	if (!key) {
		key = createSecretKey(bytes);
		keys.set(bytes, key);
	}
	return key;
}

/** HMAC-SHA-256 of a key's text under a server pepper: what is stored and looked up in its place. 32 bytes. */
export const digestKey = (text: string, pepper: { bytes: Buffer }) =>
	createHmac("sha256", keyOf(pepper.bytes)).update(text).digest();

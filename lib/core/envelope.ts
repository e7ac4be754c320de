import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * AES-256-GCM in an envelope: each text has a random key of its own, which is wrapped by a key-encryption key. Both layers
 * are bound to what the text belongs to, so that it opens nowhere else. Layout, in bytes:
 * format (1) · id of the wrapping key (6) · nonce (12) · wrapped key (32) · tag (16) · nonce (12) · text · tag (16)
 */
export type Kek = { id: string; bytes: Buffer };

/** What an envelope belongs to: purpose first, then ids and version. Opened with another binding it stays shut. */
export type Binding = readonly [purpose: string, ...parts: (string | number)[]];

export type Sealed = { sealed: Buffer<ArrayBuffer>; kekId: string };

/** The envelope is damaged, belongs elsewhere, or was made under a key that is not in the ring. */
export class EnvelopeError extends Error {}

const FORMAT = 1;
const ID_BYTES = 6;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES;
const WRAP_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** Seals a text under the newest key of the ring. */
export function seal(text: string, binding: Binding, [kek]: readonly [Kek, ...Kek[]]): Sealed {
	const key = randomBytes(KEY_BYTES);
	const body = encrypt(key, Buffer.from(text), associated("text", binding));
	return { sealed: Buffer.concat([wrap(key, binding, kek), body]), kekId: kek.id };
}

/** The text of an envelope. Throws {@link EnvelopeError} when it cannot be opened here. */
export function open(sealed: Uint8Array, binding: Binding, ring: readonly Kek[]): string {
	const { key, body } = unwrap(Buffer.from(sealed), binding, ring);
	return decrypt(key, body, associated("text", binding)).toString();
}

/** The same envelope with its key wrapped by the newest key of the ring. The text is not touched. */
export function rewrap(sealed: Uint8Array, binding: Binding, ring: readonly [Kek, ...Kek[]]): Sealed {
	const { key, body } = unwrap(Buffer.from(sealed), binding, ring);
	return { sealed: Buffer.concat([wrap(key, binding, ring[0]), body]), kekId: ring[0].id };
}

function wrap(key: Buffer, binding: Binding, kek: Kek) {
	const head = Buffer.concat([Buffer.of(FORMAT), Buffer.from(kek.id, "hex")]);
	if (head.length !== HEAD_BYTES) throw new EnvelopeError("a wrapping key's id has another length");
	return Buffer.concat([head, encrypt(kek.bytes, key, associated("key", binding, head))]);
}

function unwrap(sealed: Buffer, binding: Binding, ring: readonly Kek[]) {
	if (sealed.length < HEAD_BYTES + WRAP_BYTES + NONCE_BYTES + TAG_BYTES || sealed[0] !== FORMAT) {
		throw new EnvelopeError("not an envelope");
	}
	const head = sealed.subarray(0, HEAD_BYTES);
	const id = head.subarray(1).toString("hex");
	const kek = ring.find((one) => one.id === id);
	if (!kek) throw new EnvelopeError("made under a key that is not in the ring");
	const wrapped = sealed.subarray(HEAD_BYTES, HEAD_BYTES + WRAP_BYTES);
	return {
		key: decrypt(kek.bytes, wrapped, associated("key", binding, head)),
		body: sealed.subarray(HEAD_BYTES + WRAP_BYTES),
	};
}

/** JSON keeps the parts apart: no two bindings read alike. */
const associated = (layer: "key" | "text", binding: Binding, head: Uint8Array = new Uint8Array()) =>
	Buffer.from(JSON.stringify([layer, Buffer.from(head).toString("hex"), ...binding]));

function encrypt(key: Buffer, plaintext: Buffer, aad: Buffer) {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad);
	return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, aad: Buffer) {
	const nonce = sealed.subarray(0, NONCE_BYTES);
	const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
		.setAAD(aad)
		.setAuthTag(sealed.subarray(-TAG_BYTES));
	try {
		return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
	} catch (error) {
		throw new EnvelopeError("does not open here", { cause: error });
	}
}

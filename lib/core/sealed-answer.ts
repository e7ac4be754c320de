import { createHash, createHmac, hkdfSync } from "node:crypto";
import { type Binding, type Kek, open, seal } from "./envelope.ts";

/** What an answer is sealed under: the caller's own credential and its name for the call. Neither is ever stored. */
export type AnswerSecret = { credential: string; idempotencyKey: string };

/** The id of a wrapping key that is derived anew each time. */
const KEK_ID = "000000000000";
const KEY_BYTES = 32;

const derive = ({ credential, idempotencyKey }: AnswerSecret, purpose: "answer" | "call") =>
	Buffer.from(hkdfSync("sha256", credential, idempotencyKey, `latchkey/${purpose}/v1`, KEY_BYTES));

const kekOf = (secret: AnswerSecret): Kek => ({ id: KEK_ID, bytes: derive(secret, "answer") });

/** What a call is told from another by. A password that was sent cannot be guessed from it without the credential. */
export function digestCall(parts: readonly (string | Buffer)[], secret: AnswerSecret) {
	const whole = createHmac("sha256", derive(secret, "call"));
	// Each part by itself first, so that no two lists of parts read alike.
	for (const part of parts) whole.update(createHash("sha256").update(part).digest());
	return whole.digest();
}

/** Seals an answer so that only whoever sends the same call again, with the same credential, can have it opened. */
export const sealAnswer = (text: string, binding: Binding, secret: AnswerSecret) =>
	seal(text, binding, [kekOf(secret)]).sealed;

/** Throws an EnvelopeError for another credential, another call, or a changed binding. */
export const openAnswer = (sealed: Uint8Array, binding: Binding, secret: AnswerSecret) =>
	open(sealed, binding, [kekOf(secret)]);

import { hkdfSync } from "node:crypto";
import { type Binding, type Kek, open, seal } from "./envelope.ts";

/** What an answer is sealed under: the caller's own credential and its name for the call. Neither is ever stored. */
export type AnswerSecret = { credential: string; idempotencyKey: string };

/** The id of a wrapping key that is derived anew each time. */
const KEK_ID = "000000000000";

function kekOf({ credential, idempotencyKey }: AnswerSecret): Kek {
	const bytes = hkdfSync("sha256", credential, idempotencyKey, "latchkey/answer/v1", 32);
	return { id: KEK_ID, bytes: Buffer.from(bytes) };
}

/** Seals an answer so that only whoever sends the same call again, with the same credential, can have it opened. */
export const sealAnswer = (text: string, binding: Binding, secret: AnswerSecret) =>
	seal(text, binding, [kekOf(secret)]).sealed;

/** Throws an EnvelopeError for another credential, another call, or a changed binding. */
export const openAnswer = (sealed: Uint8Array, binding: Binding, secret: AnswerSecret) =>
	open(sealed, binding, [kekOf(secret)]);

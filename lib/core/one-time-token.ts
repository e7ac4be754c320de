import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

const TOKEN_BYTES = 32;

/** The text of a link's token as it comes back from outside. */
export const TokenText = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What is stored of a token: with 256 random bits behind it, a fast hash cannot be turned round. */
export const digestToken = (token: string) => createHash("sha256").update(token).digest();

/** A token for a link that works once, and the digest that it is recognised by. */
export function newOneTimeToken() {
	const token = randomBytes(TOKEN_BYTES).toString("base64url");
	return { token, digest: digestToken(token) };
}

import { createHmac, timingSafeEqual } from "node:crypto";

/** The one-time token of an installation's first page: whoever has its secret can work it out, and nothing is stored. */
export const makeSetUpToken = (key: Uint8Array, nonce: string) =>
	createHmac("sha256", key).update(nonce).digest("base64url");

/** Whether a token is the expected one, in a time that says nothing about either. */
export function isSameToken(given: string, expected: string) {
	const [one, other] = [given, expected].map((text) => createHmac("sha256", "").update(text).digest());
	return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Where the installation is set up, with its token. */
export const setUpAddress = (origin: string, token: string) => `${origin}/set-up?token=${token}`;

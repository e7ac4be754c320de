import { createHash, randomBytes } from "node:crypto";

const SID_BYTES = 32;

/** What a session is found by: the cookie's random id never reaches the database. */
export const digestSid = (sid: string) => createHash("sha256").update(sid).digest();

/** A random id for a session (256 bits, base64url), which its cookie carries, and what the session is found by. */
export function newSid() {
	const sid = randomBytes(SID_BYTES).toString("base64url");
	return { sid, sidDigest: digestSid(sid) };
}

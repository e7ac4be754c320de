import { decode } from "@auth/core/jwt";
import { env, isPlainHttp } from "#lib/config/env.ts";
import { keyRing } from "#lib/config/secrets.ts";

/** `__Host-` binds the cookie to this host over TLS; browsers refuse that name on plain loopback. */
export const sessionCookieName = () =>
	isPlainHttp(env().APP_ORIGIN) ? "latchkey.session" : "__Host-latchkey.session";

/** The secrets that session cookies are sealed with, newest first. */
export const sessionSecrets = () => keyRing("session").map(({ bytes }) => bytes.toString("base64url"));

/** The session id inside a Cookie header, or null. Whether the session still counts is the database's to say. */
export async function readSid(cookieHeader: string | undefined): Promise<string | null> {
	const name = sessionCookieName();
	const sealed = cookieHeader
		?.split(";")
		.map((part) => part.trim())
		.find((part) => part.startsWith(`${name}=`))
		?.slice(name.length + 1);
	if (!sealed) return null;
	try {
		const token = await decode({ token: sealed, secret: sessionSecrets(), salt: name });
		return typeof token?.sid === "string" ? token.sid : null;
	} catch {
		return null;
	}
}

import { decode, encode } from "@auth/core/jwt";
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
	return sealed ? openSid(sealed) : null;
}

/** The session id inside the cookie's value, or null. */
export async function openSid(sealed: string): Promise<string | null> {
	try {
		const token = await decode({ token: sealed, secret: sessionSecrets(), salt: sessionCookieName() });
		return typeof token?.sid === "string" ? token.sid : null;
	} catch {
		return null;
	}
}

/** The cookie for a session id until `expiresAt`, sealed as next-auth seals its own. */
export async function sealedSid(sid: string, { now, expiresAt }: { now: Date; expiresAt: Date }) {
	const name = sessionCookieName();
	const maxAge = Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1_000));
	const value = await encode({ token: { sid }, secret: sessionSecrets(), salt: name, maxAge });
	return { name, value, ...sessionCookieOptions(), expires: expiresAt };
}

export const sessionCookieOptions = () => ({
	httpOnly: true,
	sameSite: "lax" as const,
	path: "/",
	secure: !isPlainHttp(env().APP_ORIGIN),
});

import { env, isPlainHttp } from "#lib/config/env.ts";

export const TYPED_EMAIL_COOKIE = "latchkey.typed-email";

const KEPT_SECONDS = 120;
const LENGTH_MAX = 254;

/**
 * Carries what was typed as the e-mail back to the sign-in page. Not in the address: people type passwords into that
 * box, and addresses end up in histories and logs. Empty text drops the cookie.
 */
export function typedEmailCookie(email: string) {
	const age = email === "" ? 0 : KEPT_SECONDS;
	const secure = isPlainHttp(env().APP_ORIGIN) ? "" : "; Secure";
	const value = encodeURIComponent(email.slice(0, LENGTH_MAX).toWellFormed());
	return `${TYPED_EMAIL_COOKIE}=${value}; Path=/sign-in; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

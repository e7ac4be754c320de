import { env, isPlainHttp } from "#lib/config/env.ts";
import { TICKET_MINUTES } from "#lib/services/second-factor/ticket.ts";

/** Carries from the password to the code what says that the password was right. */
export const ticketCookieName = () =>
	isPlainHttp(env().APP_ORIGIN) ? "latchkey.ticket" : "__Host-latchkey.ticket";

/** A Set-Cookie header. Empty text drops the cookie. */
export function ticketCookie(ticket: string) {
	const age = ticket === "" ? 0 : TICKET_MINUTES * 60;
	const secure = isPlainHttp(env().APP_ORIGIN) ? "" : "; Secure";
	return `${ticketCookieName()}=${ticket}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}

import { sayer } from "#components/texts/texts-of.ts";
import { endSession } from "#lib/auth/end-session.ts";
import { signOut } from "#lib/auth/next-auth.ts";
import { readSid } from "#lib/auth/session-cookie.ts";
import { AppError } from "#lib/core/errors.ts";
import { seeOther } from "#lib/http/local-redirect.ts";

/** Ends the session in the database first, then drops the cookie: in doubt somebody stays signed in and knows it. */
export async function POST(request: Request) {
	const sid = await readSid(request.headers.get("cookie") ?? undefined);
	try {
		if (sid) await endSession(sid, request.headers.get("x-latchkey-address") ?? "");
	} catch (error) {
		if (error instanceof AppError)
			return new Response((await sayer())(error.detail), { status: 503, headers: { "Retry-After": "1" } });
		throw error;
	}
	await signOut({ redirect: false });
	return seeOther("/sign-in", { "Clear-Site-Data": '"cache"' });
}

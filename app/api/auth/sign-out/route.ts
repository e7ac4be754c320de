import { signOut } from "#lib/auth/next-auth.ts";
import { readSid } from "#lib/auth/session-cookie.ts";
import { surroundings } from "#lib/hot-lane/surroundings.ts";
import { seeOther } from "#lib/http/local-redirect.ts";
import { endSession } from "#lib/services/sessions/end.ts";

/** Ends the session in the database first, so that a copy of the cookie is worth nothing, then drops the cookie. */
export async function POST(request: Request) {
	const sid = await readSid(request.headers.get("cookie") ?? undefined);
	if (sid) await endSession(surroundings().engine.database, sid, new Date());
	await signOut({ redirect: false });
	return seeOther("/sign-in", { "Clear-Site-Data": '"cache", "storage"' });
}

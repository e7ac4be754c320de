import { findWatcher } from "#lib/auth/find-person.ts";
import { log } from "#lib/config/log.ts";
import { countUnread } from "#lib/services/notifications/count-unread.ts";

export const dynamic = "force-dynamic";

const headers = { "Cache-Control": "no-store" };

/** How much the bell of an open page shows. Pages ask by themselves, so asking does not count as a use of the session. */
export async function GET(request: Request) {
	try {
		const watcher = await findWatcher(request.headers.get("cookie") ?? undefined);
		if (!watcher) return Response.json({ error: "unauthenticated" }, { status: 401, headers });
		return Response.json({ unread: await countUnread(watcher) }, { headers });
	} catch (error) {
		log().warn({ err: error }, "unread notifications were not counted");
		return Response.json({ error: "unavailable" }, { status: 503, headers });
	}
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { admitClick } from "#lib/auth/throttle.ts";
import { linkSlugIn } from "#lib/core/crm/link-path.ts";
import { Id } from "#lib/core/ids.ts";
import type { Database } from "#lib/data/client.ts";
import { followLink } from "#lib/services/links/follow.ts";
import { clientOf } from "./client-of.ts";

/**
 * Answers a trigger link before Next is asked, since somebody waits for the page behind it. False when the address is none
 * or leads nowhere: then it is a page that does not exist, like any other.
 */
export async function followHere(
	request: IncomingMessage,
	response: ServerResponse,
	{ path, address }: { path: string; address: string | null },
	database: Database,
): Promise<boolean> {
	const slug = linkSlugIn(path);
	if (slug === null || (request.method !== "GET" && request.method !== "HEAD")) return false;
	const visit = {
		slug,
		contactId: contactIn(request.url ?? ""),
		address: address ?? "",
		client: clientOf(request),
		counts: isVisit(request) && (await admitClick(address ?? "")),
	};
	const redirectTo = await followLink(database, visit, new Date());
	if (redirectTo === null) return false;
	response.writeHead(302, {
		Location: redirectTo,
		"Cache-Control": "no-store",
		"X-Robots-Tag": "noindex, nofollow",
	});
	response.end();
	return true;
}

/** The contact that the address names: of whom it is true is asked where the link is. */
const contactIn = (url: string) =>
	Id.safeParse(new URL(url, "http://local.invalid").searchParams.get("contact")).data ?? null;

/** Programs that read a page for a search engine, or to show it beside a message. Cubot makes telephones. */
const PROGRAM = /(?<!cu)bot\b|crawl|spider|preview|facebookexternal|meta-external|whatsapp|pagerenderer/i;

/** Whoever asks for the headers alone, fetches ahead, or looks for somebody else, has not come yet. */
const isVisit = ({ method, headers }: IncomingMessage) =>
	method === "GET" &&
	!/prefetch|preview/.test(`${headers["sec-purpose"]} ${headers.purpose} ${headers["x-purpose"]}`) &&
	!PROGRAM.test(headers["user-agent"] ?? "");

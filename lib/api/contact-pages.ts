import { z } from "zod";
import { countIn } from "#lib/contracts/paging.ts";
import { Id } from "#lib/core/ids.ts";
import { listContactsAfter } from "#lib/services/contacts/list.ts";
import type { LocalCaller } from "./route.ts";

/** How both dialects read contacts: the newest first, on from the last one that the client has. */
export const ContactPageQuery = z.object({
	query: z.string().max(200).default(""),
	startAfterId: Id.optional(),
	startAfter: z
		.string()
		.regex(/^\d{1,13}$/, { error: "Send the startAfter of the page before." })
		.transform(Number)
		.optional(),
	limit: countIn(1, 100).default(20),
});

/** A page of contacts, and where the next one begins. `path` is the list's own, for the address of the next page. */
export async function readContactPage(
	{ ctx, locationId, surroundings }: LocalCaller,
	path: string,
	{ query, startAfterId, startAfter, limit }: z.output<typeof ContactPageQuery>,
) {
	const at = startAfter === undefined ? null : new Date(startAfter);
	const after = startAfterId === undefined ? null : { id: startAfterId, at };
	const asked = { locationId, search: query, tag: null, limit: limit + 1, after };
	const { rows, total } = await listContactsAfter(ctx, asked);
	const contacts = rows.slice(0, limit);
	const last = contacts.at(-1);
	const next = rows.length > limit && last ? { id: last.id, at: last.createdAt.getTime() } : null;
	const isFirst = after === null;
	return {
		contacts,
		meta: {
			total,
			nextPageUrl: next && `${surroundings.origin}${path}/?${nextQuery({ locationId, query, limit }, next)}`,
			startAfterId: last?.id ?? null,
			startAfter: last?.createdAt.getTime() ?? null,
			currentPage: isFirst ? 1 : null,
			nextPage: isFirst && next ? 2 : null,
			prevPage: null,
		},
	};
}

type Asked = { locationId: string; query: string; limit: number };

const nextQuery = ({ locationId, query, limit }: Asked, next: { id: string; at: number }) =>
	new URLSearchParams({
		locationId,
		limit: String(limit),
		...(query !== "" && { query }),
		startAfter: String(next.at),
		startAfterId: next.id,
	}).toString();

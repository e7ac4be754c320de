import { z } from "zod";
import { countIn } from "#lib/contracts/paging.ts";
import { Id } from "#lib/core/ids.ts";
import { listContactsAfter } from "#lib/services/contacts/list.ts";
import type { LocalCaller } from "./route.ts";

const SEARCH_MAX = 200;
const SEARCH_ERROR = `Search for up to ${SEARCH_MAX} characters.`;

/** Clients that keep a place for every parameter send it empty at first. */
const nothing = z.literal("").transform(() => undefined);

/** How both dialects read contacts: the newest first, on from the last one that the client has. */
export const ContactPageQuery = z
	.object({
		query: z.string().max(SEARCH_MAX, { error: SEARCH_ERROR }).default(""),
		startAfterId: z.union([nothing, Id], { error: "Send the startAfterId of the page before." }).optional(),
		startAfter: z
			.union(
				[
					nothing,
					z
						.string()
						.regex(/^\d{1,13}$/)
						.transform(Number),
				],
				{
					error: "Send the startAfter of the page before.",
				},
			)
			.optional(),
		limit: countIn(1, 100).default(20),
	})
	.refine(({ startAfter, startAfterId }) => startAfter === undefined || startAfterId !== undefined, {
		path: ["startAfterId"],
		error: "Send the startAfterId of the page before with its startAfter.",
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

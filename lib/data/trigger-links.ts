import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

const facts = {
	id: true,
	locationId: true,
	slug: true,
	name: true,
	redirectTo: true,
	clicks: true,
	createdAt: true,
	updatedAt: true,
	version: true,
} as const;

export type LinkFacts = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** The trigger link; null when it is absent or another agency's. */
export const findLink = (tx: Tx, agencyId: string, id: string) =>
	tx.triggerLink.findFirst({ where: { agencyId, id }, select: facts });

/** {@link findLink}, holding the row until the transaction ends. */
export async function lockLink(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`select 1 from trigger_links where agency_id = ${agencyId}::uuid and id = ${id}::uuid for update`;
	return findLink(tx, agencyId, id);
}

export type LinkQuery = { locationId: string; search: string; offset: number; limit: number };

const matching = (agencyId: string, { locationId, search }: Pick<LinkQuery, "locationId" | "search">) => ({
	agencyId,
	locationId,
	name: { contains: escapeLike(search), mode: "insensitive" as const },
});

export const countLinks = (tx: Tx, agencyId: string, query: Pick<LinkQuery, "locationId" | "search">) =>
	tx.triggerLink.count({ where: matching(agencyId, query) });

/** A location's links by name. */
export const listLinkRows = (tx: Tx, agencyId: string, query: LinkQuery) =>
	tx.triggerLink.findMany({
		where: matching(agencyId, query),
		select: facts,
		orderBy: [{ name: "asc" }, { id: "asc" }],
		skip: query.offset,
		take: query.limit,
	});

type NewLink = { id: string; locationId: string; slug: string; name: string; redirectTo: string };

export const insertLink = (tx: Tx, agencyId: string, link: NewLink, now: Date) =>
	tx.triggerLink.create({ data: { agencyId, ...link, createdAt: now, updatedAt: now }, select: facts });

export const updateLink = (
	tx: Tx,
	agencyId: string,
	id: string,
	change: { name?: string; redirectTo?: string },
	now: Date,
) =>
	tx.triggerLink.update({
		where: { agencyId_id: { agencyId, id } },
		data: { ...change, updatedAt: now, version: { increment: 1 } },
		select: facts,
	});

/** Removes a link with its log. */
export const removeLink = (tx: Tx, agencyId: string, id: string) =>
	tx.triggerLink.delete({ where: { agencyId_id: { agencyId, id } }, select: { id: true } });

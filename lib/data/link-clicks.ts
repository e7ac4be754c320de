import type { Tx } from "./client.ts";

export type Click = {
	id: string;
	slug: string;
	/** Who the address says it is. */
	contactId: string | null;
	address: string;
	client: string;
	/** False for whoever only looks. */
	counts: boolean;
};

type Followed = {
	agencyId: string;
	locationId: string;
	linkId: string;
	/** Null unless the contact is one of the link's own location. */
	contactId: string | null;
	redirectTo: string;
};

/**
 * Finds a link by its slug, whosever it is, counts the click and logs it: one statement, since somebody waits for the page
 * behind it. Null when there is none, or its place is suspended or gone.
 */
export async function followLinkRow(
	tx: Pick<Tx, "$queryRaw">,
	{ id, slug, contactId, address, client, counts }: Click,
	now: Date,
): Promise<Followed | null> {
	const [row] = await tx.$queryRaw<Followed[]>`
		select agency_id as "agencyId", location_id as "locationId", link_id as "linkId", contact_id as "contactId",
			redirect_to as "redirectTo"
		from latchkey_follow_link(${slug}, ${contactId}::uuid, ${id}::uuid, ${address}, ${client}, ${now}, ${counts})`;
	return row ?? null;
}

export type ClickQuery = { linkId: string; offset: number; limit: number };

export const countClicks = (tx: Tx, agencyId: string, linkId: string) =>
	tx.linkClick.count({ where: { agencyId, linkId } });

/** Who followed a link, the newest first. */
export const listClickRows = (tx: Tx, agencyId: string, { linkId, offset, limit }: ClickQuery) =>
	tx.linkClick.findMany({
		where: { agencyId, linkId },
		select: {
			id: true,
			address: true,
			client: true,
			clickedAt: true,
			contact: {
				select: { id: true, firstName: true, lastName: true, companyName: true, email: true, phone: true },
			},
		},
		orderBy: [{ clickedAt: "desc" }, { id: "desc" }],
		skip: offset,
		take: limit,
	});

import type { Tx } from "./client.ts";

/** The agency's locations by name. */
export const listLocations = (tx: Tx, agencyId: string) =>
	tx.location.findMany({
		where: { agencyId, deletedAt: null },
		select: { id: true, slug: true, name: true },
		orderBy: [{ name: "asc" }, { id: "asc" }],
	});

/** How many of these ids are locations of the agency that still exist. */
export const countLocations = (tx: Tx, agencyId: string, ids: readonly string[]) =>
	tx.location.count({ where: { agencyId, id: { in: [...ids] }, deletedAt: null } });

import type { Tx } from "./client.ts";

/**
 * The agency, its row held until the transaction ends: what must be unique among an agency's locations is decided by one
 * at a time. Null when it was deleted.
 */
export async function lockAgency(tx: Tx, agencyId: string) {
	await tx.$queryRaw`select 1 from agencies where id = ${agencyId}::uuid for no key update`;
	return tx.agency.findFirst({
		where: { id: agencyId, deletedAt: null },
		select: { id: true, slug: true, name: true },
	});
}

export const updateAgency = (tx: Tx, agencyId: string, change: { name?: string; deletedAt?: Date }) =>
	tx.agency.update({ where: { id: agencyId }, data: change, select: { id: true, name: true } });

/** Whether the agency is there, and not deleted. */
export const isAgencyThere = async (tx: Tx, agencyId: string) =>
	(await tx.agency.count({ where: { id: agencyId, deletedAt: null } })) > 0;

/** Every agency that there is, also deleted ones. */
export const listAgencies = (tx: Tx) =>
	tx.$queryRaw<{ id: string; slug: string }[]>`select id, slug from latchkey_list_agencies()`;

/** The agency with how many locations it has; null when it was deleted. */
export async function findAgency(tx: Tx, agencyId: string) {
	const agency = await tx.agency.findFirst({
		where: { id: agencyId, deletedAt: null },
		select: { id: true, slug: true, name: true, createdAt: true },
	});
	return (
		agency && { ...agency, locations: await tx.location.count({ where: { agencyId, deletedAt: null } }) }
	);
}

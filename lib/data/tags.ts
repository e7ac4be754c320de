import type { Tx } from "./client.ts";
import type { Place } from "./contacts.ts";

const facts = { id: true, locationId: true, name: true } as const;

/** A tag that a location knows, whether a contact has it or not. */
export type TagRow = { id: string; locationId: string; name: string };

/** The location's tags by name, up to so many. */
export const listTagRows = (tx: Tx, { agencyId, locationId }: Place, most: number): Promise<TagRow[]> =>
	tx.tag.findMany({ where: { agencyId, locationId }, select: facts, orderBy: { name: "asc" }, take: most });

export const countTagRows = (tx: Tx, { agencyId, locationId }: Place) =>
	tx.tag.count({ where: { agencyId, locationId } });

/** The tag; null when it is absent or another agency's. */
export const findTag = (tx: Tx, agencyId: string, id: string): Promise<TagRow | null> =>
	tx.tag.findFirst({ where: { agencyId, id }, select: facts });

/**
 * The tag as it is by then, its row held until the transaction ends: whoever gives a contact this tag waits. The contacts
 * that have it are held first, since whoever tags a contact holds it before the tags.
 */
export async function lockTag(tx: Tx, agencyId: string, { id, locationId, name }: TagRow) {
	await tx.$queryRaw`select 1 from contacts where agency_id = ${agencyId}::uuid
		and location_id = ${locationId}::uuid and ${name} = any(tags) order by id for no key update`;
	await tx.$queryRaw`select 1 from tags where agency_id = ${agencyId}::uuid and id = ${id}::uuid for update`;
	return findTag(tx, agencyId, id);
}

export const insertTag = (tx: Tx, agencyId: string, tag: TagRow, now: Date): Promise<TagRow> =>
	tx.tag.create({ data: { agencyId, ...tag, createdAt: now }, select: facts });

/** Gives a tag another name, also at the contacts that have it. */
export async function renameTagRow(
	tx: Tx,
	agencyId: string,
	{ id, locationId, name }: TagRow,
	now: Date,
	to: string,
) {
	const where = { agencyId_id: { agencyId, id } };
	const renamed = await tx.tag.update({ where, data: { name: to }, select: facts });
	await tx.$executeRaw`
		update contacts set tags = array_replace(tags, ${name}, ${to}), version = version + 1, updated_at = ${now}
		where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid and ${name} = any(tags)`;
	return renamed;
}

/** Deletes a tag, and takes it from the contacts that have it. */
export async function deleteTagRow(tx: Tx, agencyId: string, { id, locationId, name }: TagRow, now: Date) {
	await tx.tag.delete({ where: { agencyId_id: { agencyId, id } }, select: { id: true } });
	await tx.$executeRaw`
		update contacts set tags = array_remove(tags, ${name}), version = version + 1, updated_at = ${now}
		where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid and ${name} = any(tags)`;
}

import type { Tx } from "./client.ts";

const facts = { id: true, slug: true, name: true, suspendedAt: true } as const;

export type LocationFacts = NonNullable<Awaited<ReturnType<typeof findLocation>>>;

/** The agency's locations by name. */
export const listLocations = (tx: Tx, agencyId: string) =>
	tx.location.findMany({
		where: { agencyId, deletedAt: null },
		select: facts,
		orderBy: [{ name: "asc" }, { id: "asc" }],
	});

/** How many of these ids are locations of the agency that still exist. */
export const countLocations = (tx: Tx, agencyId: string, ids: readonly string[]) =>
	tx.location.count({ where: { agencyId, id: { in: [...ids] }, deletedAt: null } });

/** The location; null when it is absent, deleted or another agency's. */
export const findLocation = (tx: Tx, agencyId: string, id: string) =>
	tx.location.findFirst({ where: { agencyId, id, deletedAt: null }, select: facts });

/** {@link findLocation}, holding the row until the transaction ends. */
export async function lockLocation(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`select 1 from locations where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return findLocation(tx, agencyId, id);
}

/** Every slug that the agency has ever given, also to locations that were deleted: addresses are not handed on. */
export async function listUsedSlugs(tx: Tx, agencyId: string) {
	const rows = await tx.location.findMany({ where: { agencyId }, select: { slug: true } });
	return new Set(rows.map(({ slug }) => slug));
}

export type LocationChange = { name?: string; suspendedAt?: Date | null; deletedAt?: Date };

export const updateLocation = (tx: Tx, agencyId: string, id: string, change: LocationChange) =>
	tx.location.update({ where: { agencyId_id: { agencyId, id } }, data: change, select: facts });

/** What hangs on a location: keys outside of the trash, people, and its keys' uses in the hours since `since`. */
export async function countDependents(tx: Tx, agencyId: string, locationId: string, since: Date) {
	const keys = await tx.apiKey.count({ where: { agencyId, locationId, deletedAt: null } });
	const people = await tx.locationMember.count({ where: { agencyId, locationId } });
	const [row] = await tx.$queryRaw<{ uses: bigint }[]>`
		select coalesce(sum(u.uses), 0)::bigint as uses from key_usage_hours u
		join api_keys k on k.agency_id = u.agency_id and k.id = u.key_id
		where u.agency_id = ${agencyId}::uuid and k.location_id = ${locationId}::uuid and u.hour >= ${since}`;
	return { keys, people, requestsLastDay: Number(row?.uses ?? 0n) };
}

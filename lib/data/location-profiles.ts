import { phoneCountryOf } from "#lib/core/crm/phone-country.ts";
import { LocationProfile } from "#lib/core/places/profile.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import type { Place } from "./contacts.ts";
import { escapeLike } from "./escape-like.ts";

const columns = { id: true, agencyId: true, name: true, profile: true, createdAt: true } as const;

type Row = { id: string; agencyId: string; name: string; profile: Prisma.JsonValue; createdAt: Date };

/** A location with what it tells about itself. */
export type LocationWithProfile = Omit<Row, "profile"> & { profile: LocationProfile };

const read = (row: Row): LocationWithProfile => ({ ...row, profile: LocationProfile.parse(row.profile) });

/** The location; null when it is absent, deleted or another agency's. */
export async function findLocationProfile(tx: Tx, agencyId: string, id: string) {
	const row = await tx.location.findFirst({ where: { agencyId, id, deletedAt: null }, select: columns });
	return row && read(row);
}

/** The country in which a location's people dial; null when its profile names none. */
export async function findPhoneCountry(tx: Tx, { agencyId, locationId }: Place) {
	const location = await findLocationProfile(tx, agencyId, locationId);
	return phoneCountryOf(location?.profile.country ?? "");
}

export type ProfileQuery = {
	/** Part of the name. */
	search: string;
	/** The whole address; empty for any. */
	email: string;
	skip: number;
	limit: number;
	order: "asc" | "desc";
};

type Narrowing = Pick<ProfileQuery, "search" | "email">;

const matching = (agencyId: string, ids: readonly string[] | null, { search, email }: Narrowing) => ({
	agencyId,
	deletedAt: null,
	...(ids && { id: { in: [...ids] } }),
	...(search !== "" && { name: { contains: escapeLike(search), mode: "insensitive" as const } }),
	...(email !== "" && { profile: { path: ["email"], equals: email } }),
});

/** Some of the agency's locations by name. `ids` narrows to these. */
export async function listLocationProfiles(
	tx: Tx,
	agencyId: string,
	ids: readonly string[] | null,
	{ skip, limit, order, ...narrowing }: ProfileQuery,
) {
	const rows = await tx.location.findMany({
		where: matching(agencyId, ids, narrowing),
		select: columns,
		orderBy: [{ name: order }, { id: order }],
		skip,
		take: limit,
	});
	return rows.map(read);
}

/** How many of the agency's locations match in all. */
export const countLocationProfiles = (
	tx: Tx,
	agencyId: string,
	ids: readonly string[] | null,
	narrowing: Narrowing,
) => tx.location.count({ where: matching(agencyId, ids, narrowing) });

export const updateLocationProfile = (
	tx: Tx,
	agencyId: string,
	id: string,
	{ name, profile }: { name: string; profile: LocationProfile },
) =>
	tx.location.update({
		where: { agencyId_id: { agencyId, id } },
		data: { name, profile },
		select: { id: true },
	});

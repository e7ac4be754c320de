import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

/** The person who signs in with this address, if there is one. `email` is in its normal form. */
export const findPersonByEmail = (tx: Tx, email: string) =>
	tx.user.findUnique({ where: { email }, select: account });

export const findPersonById = (tx: Tx, id: string) => tx.user.findUnique({ where: { id }, select: account });

/** What decides about a sign-in, and about changes of the account. */
const account = {
	id: true,
	name: true,
	email: true,
	language: true,
	passwordHash: true,
	passwordStandsAlone: true,
	passwordChangedAt: true,
	disabledAt: true,
	secondFactor: { select: { id: true, confirmedAt: true } },
} as const;

/** Holds a person's row until the transaction ends. Meanwhile nobody can give them a role anywhere. */
export const lockPerson = (tx: Tx, id: string) =>
	tx.$queryRaw`select 1 from users where id = ${id}::uuid for update`;

/** The name of a person who is known to exist. */
export const getPersonName = async (tx: Tx, id: string) =>
	(await tx.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;

export type PeopleQuery = {
	/** Narrows to who reaches this location. */
	locationId: string | null;
	search: string;
	page: number;
	pageSize: number;
	/** How many to leave out, instead of whole pages. */
	skip?: number;
	ids?: readonly string[];
	/** In their normal form. */
	emails?: readonly string[];
	/** Narrows to those with a role in the agency, or to those with roles at locations alone. */
	belongs?: "agency" | "locations";
};

/** One page of the people with a role in the agency or at one of its locations, by name, and how many match in all. */
export async function listPeople(tx: Tx, agencyId: string, query: PeopleQuery) {
	const atLocation = { agencyId, location: { deletedAt: null }, ...narrowed(query) };
	const contains = { contains: escapeLike(query.search), mode: "insensitive" } as const;
	const where = {
		AND: [
			{ OR: [{ agencyMemberships: { some: { agencyId } } }, { locationMemberships: { some: atLocation } }] },
			...(query.search === "" ? [] : [{ OR: [{ name: contains }, { email: contains }] }]),
			...(query.ids ? [{ id: { in: [...query.ids] } }] : []),
			...(query.emails ? [{ email: { in: [...query.emails] } }] : []),
			...(query.belongs
				? [{ agencyMemberships: { [query.belongs === "agency" ? "some" : "none"]: { agencyId } } }]
				: []),
		],
	};
	const total = await tx.user.count({ where });
	const rows = await tx.user.findMany({
		where,
		select: {
			id: true,
			name: true,
			email: true,
			secondFactor: { select: { confirmedAt: true } },
			agencyMemberships: { where: { agencyId }, select: { role: true } },
			locationMemberships: {
				where: atLocation,
				select: { role: true, location: { select: { id: true, name: true } } },
				orderBy: { location: { name: "asc" } },
			},
			sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
		},
		orderBy: [{ name: "asc" }, { id: "asc" }],
		skip: query.skip ?? (query.page - 1) * query.pageSize,
		take: query.pageSize,
	});
	return { rows, total };
}

export type PersonRow = Awaited<ReturnType<typeof listPeople>>["rows"][number];

const narrowed = ({ locationId }: PeopleQuery) => (locationId === null ? {} : { locationId });

/**
 * Every agency in which the transaction's person has a role, with those roles. `facts` leaves out deleted agencies. Needs
 * `personId` as viewpoint.
 */
export async function listMemberships(tx: Tx, personId: string) {
	const agencies = await tx.agencyMember.findMany({
		where: { userId: personId },
		select: { agencyId: true, role: true },
	});
	const locations = await tx.locationMember.findMany({
		where: { userId: personId },
		select: { agencyId: true, locationId: true, role: true },
	});
	const facts = await tx.agency.findMany({
		where: { id: { in: [...agencies, ...locations].map((row) => row.agencyId) }, deletedAt: null },
		select: { id: true, slug: true, name: true },
		orderBy: [{ name: "asc" }, { id: "asc" }],
	});
	return { agencies, locations, facts };
}

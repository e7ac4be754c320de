import type { Tx } from "./client.ts";

/** The person who signs in with this address, if there is one. `email` is in its normal form. */
export const findPersonByEmail = (tx: Tx, email: string) =>
	tx.user.findUnique({ where: { email }, select: account });

export const findPersonById = (tx: Tx, id: string) => tx.user.findUnique({ where: { id }, select: account });

/** What decides about a sign-in, and about changes of the account. */
const account = {
	id: true,
	name: true,
	email: true,
	passwordHash: true,
	passwordStandsAlone: true,
	passwordChangedAt: true,
	disabledAt: true,
	secondFactor: { select: { id: true, confirmedAt: true } },
} as const;

/** Every agency in which the transaction's person has a role, with those roles. Needs `personId` as viewpoint. */
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
		where: { id: { in: [...agencies, ...locations].map((row) => row.agencyId) } },
		select: { id: true, slug: true, name: true },
		orderBy: [{ name: "asc" }, { id: "asc" }],
	});
	return { agencies, locations, facts };
}

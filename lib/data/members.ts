import type { AgencyRole, LocationRole } from "#lib/core/permissions.ts";
import type { LocationProfile } from "#lib/core/places/profile.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import type { Tx } from "./client.ts";
import { spendTokensOf } from "./one-time-tokens.ts";

type NewPerson = {
	id: string;
	email: string;
	name: string;
	language?: Language | null;
	passwordHash: string;
	passwordStandsAlone?: boolean;
};

export const insertPerson = (tx: Tx, person: NewPerson, now: Date) =>
	tx.user.create({ data: { ...person, createdAt: now, updatedAt: now }, select: { id: true } });

export const insertAgency = (tx: Tx, agency: { id: string; slug: string; name: string }, now: Date) =>
	tx.agency.create({ data: { ...agency, createdAt: now }, select: { id: true } });

export const insertLocation = (
	tx: Tx,
	location: { agencyId: string; id: string; slug: string; name: string; profile?: LocationProfile },
	now: Date,
) => tx.location.create({ data: { ...location, createdAt: now }, select: { id: true } });

/**
 * Gives a person a role that they did not have. Links for a new password end with it: those who hold them had the right
 * to before, over less. The new row comes first, since it waits for whoever is making such a link.
 */
export async function insertAgencyMember(
	tx: Tx,
	member: { agencyId: string; userId: string; role: AgencyRole },
	now: Date,
) {
	await tx.agencyMember.create({ data: { ...member, createdAt: now }, select: { userId: true } });
	await spendTokensOf(tx, member.userId, now, "PASSWORD_RESET");
}

/** {@link insertAgencyMember} at a location. */
export async function insertLocationMember(
	tx: Tx,
	member: { agencyId: string; locationId: string; userId: string; role: LocationRole },
	now: Date,
) {
	await tx.locationMember.create({ data: { ...member, createdAt: now }, select: { userId: true } });
	await spendTokensOf(tx, member.userId, now, "PASSWORD_RESET");
}

/**
 * People's roles in the agency, held until the transaction ends. Those without one are left out. The agency's row is held
 * first: who changes owners needs it when the transaction ends, and nobody may want it only then.
 */
export async function lockAgencyRoles(tx: Tx, agencyId: string, userIds: readonly string[]) {
	await tx.$queryRaw`select 1 from agencies where id = ${agencyId}::uuid for no key update`;
	await tx.$queryRaw`select 1 from agency_members
		where agency_id = ${agencyId}::uuid and user_id = any(${[...userIds]}::uuid[]) order by user_id for update`;
	const rows = await tx.agencyMember.findMany({
		where: { agencyId, userId: { in: [...userIds] } },
		select: { userId: true, role: true },
	});
	return new Map<string, AgencyRole>(rows.map(({ userId, role }) => [userId, role]));
}

/** People's roles at a location that still exists, held until the transaction ends. */
export async function lockRolesAtLocation(
	tx: Tx,
	agencyId: string,
	locationId: string,
	userIds: readonly string[],
) {
	await tx.$queryRaw`select 1 from location_members where agency_id = ${agencyId}::uuid
		and location_id = ${locationId}::uuid and user_id = any(${[...userIds]}::uuid[]) order by user_id for update`;
	const rows = await tx.locationMember.findMany({
		where: { agencyId, locationId, userId: { in: [...userIds] }, location: { deletedAt: null } },
		select: { userId: true, role: true },
	});
	return new Map<string, LocationRole>(rows.map(({ userId, role }) => [userId, role]));
}

/** A person's roles at the agency's locations, held until the transaction ends. */
export async function lockLocationRoles(tx: Tx, agencyId: string, userId: string) {
	await tx.$queryRaw`select 1 from location_members
		where agency_id = ${agencyId}::uuid and user_id = ${userId}::uuid order by location_id for update`;
	return tx.locationMember.findMany({
		where: { agencyId, userId, location: { deletedAt: null } },
		select: { locationId: true, role: true },
		orderBy: { locationId: "asc" },
	});
}

export const updateAgencyRole = (tx: Tx, agencyId: string, userId: string, role: AgencyRole) =>
	tx.agencyMember.update({
		where: { agencyId_userId: { agencyId, userId } },
		data: { role },
		select: { role: true },
	});

export const updateLocationRole = (
	tx: Tx,
	{ agencyId, locationId, userId }: { agencyId: string; locationId: string; userId: string },
	role: LocationRole,
) =>
	tx.locationMember.update({
		where: { agencyId_locationId_userId: { agencyId, locationId, userId } },
		data: { role },
		select: { role: true },
	});

/** Takes a person's role in the agency away, and leaves those at its locations. */
export const deleteAgencyMember = (tx: Tx, agencyId: string, userId: string) =>
	tx.agencyMember.deleteMany({ where: { agencyId, userId } });

/** Takes a person's roles away: all that they have in the agency, or the one at a location. */
export async function deleteMemberships(tx: Tx, agencyId: string, userId: string, locationId: string | null) {
	await tx.locationMember.deleteMany({ where: { agencyId, userId, ...(locationId && { locationId }) } });
	if (locationId === null) await tx.agencyMember.deleteMany({ where: { agencyId, userId } });
}

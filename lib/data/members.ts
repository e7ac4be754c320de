import type { AgencyRole, LocationRole } from "#lib/core/permissions.ts";
import type { Tx } from "./client.ts";

type NewPerson = {
	id: string;
	email: string;
	name: string;
	passwordHash: string;
	passwordStandsAlone?: boolean;
};

export const insertPerson = (tx: Tx, person: NewPerson, now: Date) =>
	tx.user.create({ data: { ...person, createdAt: now, updatedAt: now }, select: { id: true } });

export const insertAgency = (tx: Tx, agency: { id: string; slug: string; name: string }, now: Date) =>
	tx.agency.create({ data: { ...agency, createdAt: now }, select: { id: true } });

export const insertLocation = (
	tx: Tx,
	location: { agencyId: string; id: string; slug: string; name: string },
	now: Date,
) => tx.location.create({ data: { ...location, createdAt: now }, select: { id: true } });

export const insertAgencyMember = (
	tx: Tx,
	member: { agencyId: string; userId: string; role: AgencyRole },
	now: Date,
) => tx.agencyMember.create({ data: { ...member, createdAt: now }, select: { userId: true } });

export const insertLocationMember = (
	tx: Tx,
	member: { agencyId: string; locationId: string; userId: string; role: LocationRole },
	now: Date,
) => tx.locationMember.create({ data: { ...member, createdAt: now }, select: { userId: true } });

/** How many people have an account at all: none means that nobody has set the product up. */
export const countPeople = (tx: Tx) => tx.user.count();

import { z } from "zod";
import { type ContactChange, foldEmail } from "#lib/core/crm/contact-fields.ts";
import { CustomValue } from "#lib/core/crm/custom-fields.ts";
import { newId } from "#lib/core/ids.ts";
import type { Tx } from "./client.ts";

/** Where records of a location are kept. */
export type Place = { agencyId: string; locationId: string };

const facts = {
	id: true,
	locationId: true,
	firstName: true,
	lastName: true,
	email: true,
	phone: true,
	companyName: true,
	address1: true,
	city: true,
	state: true,
	country: true,
	postalCode: true,
	website: true,
	timezone: true,
	source: true,
	dateOfBirth: true,
	dnd: true,
	tags: true,
	customValues: true,
	createdAt: true,
	updatedAt: true,
	version: true,
} as const;

const CustomValues = z.record(z.string(), CustomValue);

const readRow = <Row extends { dateOfBirth: Date | null; customValues: unknown }>(row: Row) => ({
	...row,
	/** YYYY-MM-DD. */
	dateOfBirth: row.dateOfBirth?.toISOString().slice(0, 10) ?? null,
	/** By the id of the custom field. */
	customValues: CustomValues.parse(row.customValues),
});

export type ContactFacts = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** The contact; null when it is absent or another agency's. */
export async function findContact(tx: Tx, agencyId: string, id: string) {
	const row = await tx.contact.findFirst({ where: { agencyId, id }, select: facts });
	return row && readRow(row);
}

/** {@link findContact}, holding the row until the transaction ends. */
export async function lockContact(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`
		select 1 from contacts where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return findContact(tx, agencyId, id);
}

/** What a location has once: an address, in the form of `foldEmail`, and a number. */
export type Identity = { emailFolded: string | null; phone: string | null };

export const identityOf = ({ email, phone }: Pick<ContactChange, "email" | "phone">): Identity => ({
	emailFolded: email ? foldEmail(email) : null,
	phone: phone ?? null,
});

/** Lets no other transaction give this address or number to a contact of the location before this one ends. */
export async function holdIdentity(tx: Tx, { locationId }: Place, { emailFolded, phone }: Identity) {
	const names = [emailFolded, phone].filter((name) => name !== null).sort();
	for (const name of names) {
		const lock = `contact ${name} of ${locationId}`;
		await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
	}
}

/** The contact that has this address, or else this number, locked. Null when there is none. */
export async function lockContactLike(tx: Tx, { agencyId, locationId }: Place, identity: Identity) {
	const [row] = await tx.$queryRaw<{ id: string }[]>`
		select id from contacts where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid
			and email_folded = ${identity.emailFolded} for no key update`;
	if (row) return findContact(tx, agencyId, row.id);
	const [samePhone] = await tx.$queryRaw<{ id: string }[]>`
		select id from contacts where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid
			and phone = ${identity.phone} for no key update`;
	return samePhone ? findContact(tx, agencyId, samePhone.id) : null;
}

/** Which of the two another contact of the location than `exceptId` has. */
export async function findTaken(
	tx: Tx,
	place: Place,
	{ emailFolded, phone }: Identity,
	exceptId: string | null,
): Promise<{ email: boolean; phone: boolean }> {
	const others = { ...place, ...(exceptId !== null && { id: { not: exceptId } }) };
	const has = async (what: { emailFolded: string } | { phone: string }) =>
		(await tx.contact.count({ where: { ...others, ...what } })) > 0;
	return {
		email: emailFolded !== null && (await has({ emailFolded })),
		phone: phone !== null && (await has({ phone })),
	};
}

/** A change whose custom values are already what is stored for the contact as a whole. */
export type ContactRow = Omit<ContactChange, "customValues"> & { customValues?: Record<string, CustomValue> };

const columns = ({ email, dateOfBirth, ...change }: ContactRow) => ({
	...change,
	...(email !== undefined && { email, emailFolded: email === null ? null : foldEmail(email) }),
	...(dateOfBirth !== undefined && {
		dateOfBirth: dateOfBirth === null ? null : new Date(`${dateOfBirth}T00:00:00.000Z`),
	}),
});

export async function insertContact(tx: Tx, place: Place, row: ContactRow, now: Date) {
	const data = { ...place, id: newId(), ...columns(row), createdAt: now, updatedAt: now };
	return readRow(await tx.contact.create({ data, select: facts }));
}

export async function updateContact(tx: Tx, agencyId: string, id: string, row: ContactRow, now: Date) {
	const updated = await tx.contact.update({
		where: { agencyId_id: { agencyId, id } },
		data: { ...columns(row), updatedAt: now, version: { increment: 1 } },
		select: facts,
	});
	return readRow(updated);
}

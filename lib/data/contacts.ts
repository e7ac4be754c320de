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

/** The agency's contacts of these ids, in their order. */
export async function findContacts(tx: Tx, agencyId: string, ids: readonly { id: string }[]) {
	const rows = await tx.contact.findMany({
		where: { agencyId, id: { in: ids.map(({ id }) => id) } },
		select: facts,
	});
	const byId = new Map(rows.map((row) => [row.id, readRow(row)]));
	return ids.flatMap(({ id }) => byId.get(id) ?? []);
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

/** The contact that has this address, or else this number. Null when there is none. */
export async function findContactLike(tx: Tx, place: Place, { emailFolded, phone }: Identity) {
	const sameEmail =
		emailFolded === null
			? null
			: await tx.contact.findFirst({ where: { ...place, emailFolded }, select: facts });
	const row =
		sameEmail ??
		(phone === null ? null : await tx.contact.findFirst({ where: { ...place, phone }, select: facts }));
	return row && readRow(row);
}

/** {@link findContactLike}, holding the row until the transaction ends. */
export async function lockContactLike(tx: Tx, place: Place, identity: Identity) {
	// One that is deleted before it could be locked is not there, and the next best is looked for.
	for (;;) {
		const found = await findContactLike(tx, place, identity);
		if (!found) return null;
		const locked = await lockContact(tx, place.agencyId, found.id);
		if (locked) return locked;
	}
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

/** Takes a contact away with its runs. What it sent and followed becomes nobody's. */
export async function deleteContactRow(tx: Tx, agencyId: string, id: string) {
	// Whoever is adding something of the contact's is waited for, and whoever begins now waits.
	await tx.$queryRaw`
		select 1 from contacts where agency_id = ${agencyId}::uuid and id = ${id}::uuid for update`;
	const ofContact = { where: { agencyId, contactId: id }, data: { contactId: null } };
	await tx.formSubmission.updateMany(ofContact);
	await tx.linkClick.updateMany(ofContact);
	await tx.contact.delete({ where: { agencyId_id: { agencyId, id } } });
}

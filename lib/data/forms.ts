import { type FormFields, StoredFields } from "#lib/core/crm/form-fields.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";

const facts = {
	id: true,
	locationId: true,
	name: true,
	fields: true,
	submitLabel: true,
	thanks: true,
	redirectTo: true,
	enabled: true,
	createdAt: true,
	updatedAt: true,
	version: true,
} as const;

const readRow = <Row extends { fields: unknown }>(row: Row) => ({
	...row,
	fields: StoredFields.parse(row.fields),
});

export type FormFacts = NonNullable<Awaited<ReturnType<typeof findForm>>>;

/** The form; null when it is absent or another agency's. */
export async function findForm(tx: Tx, agencyId: string, id: string) {
	const row = await tx.form.findFirst({ where: { agencyId, id }, select: facts });
	return row && readRow(row);
}

/** {@link findForm}, holding the row until the transaction ends. */
export async function lockForm(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`select 1 from forms where agency_id = ${agencyId}::uuid and id = ${id}::uuid for update`;
	return findForm(tx, agencyId, id);
}

/** {@link findForm}, which nobody deletes before the transaction ends. */
export async function keepForm(tx: Tx, agencyId: string, id: string) {
	await tx.$queryRaw`
		select 1 from forms where agency_id = ${agencyId}::uuid and id = ${id}::uuid for key share`;
	return findForm(tx, agencyId, id);
}

/** Where a form is kept, whosever it is; null when there is none, or its place is suspended or gone. */
export async function findFormPlace(tx: Tx, id: string) {
	const [place] = await tx.$queryRaw<{ agencyId: string; locationId: string }[]>`
		select agency_id as "agencyId", location_id as "locationId" from latchkey_find_form(${id}::uuid)`;
	return place ?? null;
}

export type FormQuery = { locationId: string; search: string; offset: number; limit: number };

export const countForms = (
	tx: Tx,
	agencyId: string,
	{ locationId, search }: Pick<FormQuery, "locationId" | "search">,
) =>
	tx.form.count({
		where: { agencyId, locationId, name: { contains: escapeLike(search), mode: "insensitive" } },
	});

export type FormRow = {
	id: string;
	locationId: string;
	name: string;
	enabled: boolean;
	submissions: number;
	lastSubmissionAt: Date | null;
	createdAt: Date;
	updatedAt: Date;
};

/** A location's forms by name, each with how often it was sent. */
export const listFormRows = (tx: Tx, agencyId: string, query: FormQuery) =>
	tx.$queryRaw<FormRow[]>`
		select f.id, f.location_id as "locationId", f.name, f.enabled, s.sent as submissions, s.last as "lastSubmissionAt",
			f.created_at as "createdAt", f.updated_at as "updatedAt"
		from forms f
		cross join lateral (
			select count(*)::int as sent, max(s.created_at) as last from form_submissions s
			where s.agency_id = f.agency_id and s.form_id = f.id
		) s
		where f.agency_id = ${agencyId}::uuid and f.location_id = ${query.locationId}::uuid
			and f.name ilike ${`%${escapeLike(query.search)}%`}
		order by f.name, f.id limit ${query.limit} offset ${query.offset}`;

export async function insertForm(
	tx: Tx,
	agencyId: string,
	form: FormFields & { id: string; locationId: string },
	now: Date,
) {
	const data = { agencyId, ...form, createdAt: now, updatedAt: now };
	return readRow(await tx.form.create({ data, select: facts }));
}

export async function updateForm(tx: Tx, agencyId: string, id: string, change: FormFields, now: Date) {
	const updated = await tx.form.update({
		where: { agencyId_id: { agencyId, id } },
		data: { ...change, updatedAt: now, version: { increment: 1 } },
		select: facts,
	});
	return readRow(updated);
}

/** Removes a form with all that was sent by it. */
export const removeForm = (tx: Tx, agencyId: string, id: string) =>
	tx.form.delete({ where: { agencyId_id: { agencyId, id } }, select: { id: true } });

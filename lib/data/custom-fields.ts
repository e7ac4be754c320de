import type { OptionMove } from "#lib/core/crm/custom-field-edit.ts";
import { type CustomField, type DataType, isManyOf } from "#lib/core/crm/custom-fields.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import type { Place } from "./contacts.ts";

const facts = {
	id: true,
	locationId: true,
	name: true,
	fieldKey: true,
	dataType: true,
	options: true,
} as const;

const readRow = <Row extends { dataType: string }>(row: Row) => ({
	...row,
	dataType: row.dataType as DataType,
});

/** The location's custom fields, the oldest first. */
export async function listCustomFieldRows(tx: Tx, { agencyId, locationId }: Place): Promise<CustomField[]> {
	const rows = await tx.customField.findMany({
		where: { agencyId, locationId },
		select: facts,
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});
	return rows.map(readRow);
}

/** {@link findCustomField}, holding the row until the transaction ends. */
export async function lockCustomField(tx: Tx, agencyId: string, id: string): Promise<CustomField | null> {
	await tx.$queryRaw`
		select 1 from custom_fields where agency_id = ${agencyId}::uuid and id = ${id}::uuid for no key update`;
	return findCustomField(tx, agencyId, id);
}

/** Lets no other transaction change or delete the fields that these values are for before this one ends. */
export async function holdCustomFields(tx: Tx, { agencyId, locationId }: Place, values: object = {}) {
	const ids = Object.keys(values);
	if (ids.length === 0) return;
	await tx.$queryRaw`
		select 1 from custom_fields where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid
			and id = any(${ids}::uuid[]) order by id for share`;
}

/** The custom field; null when it is absent or another agency's. */
export async function findCustomField(tx: Tx, agencyId: string, id: string): Promise<CustomField | null> {
	const row = await tx.customField.findFirst({ where: { agencyId, id }, select: facts });
	return row && readRow(row);
}

export async function insertCustomField(
	tx: Tx,
	agencyId: string,
	field: CustomField,
	now: Date,
): Promise<CustomField> {
	return readRow(
		await tx.customField.create({ data: { agencyId, ...field, createdAt: now }, select: facts }),
	);
}

export async function updateCustomField(
	tx: Tx,
	agencyId: string,
	id: string,
	data: { name?: string; options?: string[] },
): Promise<CustomField> {
	const where = { agencyId_id: { agencyId, id } };
	return readRow(await tx.customField.update({ where, data, select: facts }));
}

/** How many contacts have one of these options. */
export async function countOptionUses(
	tx: Tx,
	agencyId: string,
	{ id, locationId }: CustomField,
	options: readonly string[],
) {
	const [row] = await tx.$queryRaw<{ contacts: number }[]>`
		select count(*)::int as contacts from contacts
		where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid
			and custom_values -> ${id}::text ?| ${options}::text[]`;
	return row?.contacts ?? 0;
}

/** Gives contacts an option's new name, or takes it from them when it goes. */
export async function moveOptionValues(
	tx: Tx,
	agencyId: string,
	{ id, locationId, dataType }: CustomField,
	moves: readonly OptionMove[],
) {
	const was = moves.map((move) => move.was);
	const names = moves.map((move) => move.name);
	const kept = isManyOf(dataType) ? Prisma.sql`moved.kept` : Prisma.sql`moved.kept -> 0`;
	await tx.$executeRaw`
		update contacts c set custom_values = case when moved.kept is null then c.custom_values - ${id}::text
			else jsonb_set(c.custom_values, array[${id}::text], ${kept}) end
		from (
			select one.id, (
				select jsonb_agg(coalesce(m.name, o.option) order by o.place)
				from jsonb_array_elements_text(case jsonb_typeof(one.chosen) when 'array' then one.chosen
					else jsonb_build_array(one.chosen) end) with ordinality o (option, place)
				left join unnest(${was}::text[], ${names}::text[]) m (was, name) on m.was = o.option
				where m.was is null or m.name is not null
			) as kept
			from (
				select id, custom_values -> ${id}::text as chosen from contacts
				where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid
					and custom_values -> ${id}::text ?| ${was}::text[]
			) one
		) moved
		where c.agency_id = ${agencyId}::uuid and c.id = moved.id`;
}

/** How many contacts of the location have something in each of its fields. */
export async function countCustomValues(tx: Tx, { agencyId, locationId }: Place) {
	const rows = await tx.$queryRaw<{ id: string; contacts: number }[]>`
		select k.id, count(*)::int as contacts from contacts c, jsonb_object_keys(c.custom_values) as k(id)
		where c.agency_id = ${agencyId}::uuid and c.location_id = ${locationId}::uuid group by k.id`;
	return new Map(rows.map(({ id, contacts }) => [id, contacts]));
}

/** Takes a field away, and what contacts have in it. */
export async function deleteCustomFieldRow(tx: Tx, agencyId: string, { id, locationId }: CustomField) {
	await tx.customField.delete({ where: { agencyId_id: { agencyId, id } } });
	await tx.$executeRaw`
		update contacts set custom_values = custom_values - ${id}::text
		where agency_id = ${agencyId}::uuid and location_id = ${locationId}::uuid and custom_values ? ${id}::text`;
}

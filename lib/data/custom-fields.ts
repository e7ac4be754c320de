import type { CustomField, DataType } from "#lib/core/crm/custom-fields.ts";
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

export async function renameCustomFieldRow(
	tx: Tx,
	agencyId: string,
	id: string,
	name: string,
): Promise<CustomField> {
	const where = { agencyId_id: { agencyId, id } };
	return readRow(await tx.customField.update({ where, data: { name }, select: facts }));
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

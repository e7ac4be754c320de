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

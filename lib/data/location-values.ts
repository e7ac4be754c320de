import type { LocationValue } from "#lib/core/crm/location-values.ts";
import type { Tx } from "./client.ts";
import type { Place } from "./contacts.ts";

const facts = { id: true, locationId: true, name: true, fieldKey: true, value: true } as const;

/** What a location keeps, the oldest first. */
export const listLocationValueRows = (tx: Tx, { agencyId, locationId }: Place): Promise<LocationValue[]> =>
	tx.locationValue.findMany({
		where: { agencyId, locationId },
		select: facts,
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
	});

/** The value; null when it is absent or another agency's. */
export const findLocationValue = (tx: Tx, agencyId: string, id: string): Promise<LocationValue | null> =>
	tx.locationValue.findFirst({ where: { agencyId, id }, select: facts });

export const insertLocationValue = (
	tx: Tx,
	agencyId: string,
	value: LocationValue,
	now: Date,
): Promise<LocationValue> =>
	tx.locationValue.create({ data: { agencyId, ...value, createdAt: now, updatedAt: now }, select: facts });

export const updateLocationValue = (
	tx: Tx,
	agencyId: string,
	id: string,
	change: Pick<LocationValue, "name" | "value">,
	now: Date,
): Promise<LocationValue> =>
	tx.locationValue.update({
		where: { agencyId_id: { agencyId, id } },
		data: { ...change, updatedAt: now },
		select: facts,
	});

export const deleteLocationValueRow = (tx: Tx, agencyId: string, id: string) =>
	tx.locationValue.delete({ where: { agencyId_id: { agencyId, id } }, select: { id: true } });

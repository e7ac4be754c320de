import type { KeyLevel } from "#lib/core/keys/key.ts";
import { foldName } from "#lib/core/text.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { isLocationNotGone } from "./key-list.ts";

/** A key's labels, in the order of the alphabet. */
export async function listLabelsOf(tx: Tx, agencyId: string, keyId: string) {
	const rows = await tx.keyLabel.findMany({
		where: { agencyId, keyId },
		select: { label: true },
		orderBy: { folded: "asc" },
	});
	return rows.map(({ label }) => label);
}

/** Makes a key's labels exactly these. */
export async function writeKeyLabels(
	tx: Tx,
	agencyId: string,
	{ id: keyId, locationId }: { id: string; locationId: string | null },
	labels: readonly string[],
) {
	await tx.keyLabel.deleteMany({ where: { agencyId, keyId, label: { notIn: [...labels] } } });
	const place = { agencyId, keyId, locationId, atLocation: locationId !== null };
	const data = labels.map((label) => ({ ...place, label, folded: foldName(label) }));
	await tx.keyLabel.createMany({ data, skipDuplicates: true });
}

/**
 * Up to `max` labels of the keys of a level, or of one location's. It steps from one label to the next in the index, so that
 * it takes as long as there are labels, however many keys have them. Keys in the trash and of deleted locations do not count.
 */
export async function listKnownLabels(
	tx: Tx,
	agencyId: string,
	{ level, locationId }: { level: KeyLevel; locationId?: string | undefined },
	max: number,
) {
	const place = locationId
		? Prisma.sql`k.agency_id = ${agencyId}::uuid and k.location_id = ${locationId}::uuid`
		: Prisma.sql`k.agency_id = ${agencyId}::uuid and k.at_location = ${level === "LOCATION"}
			and ${isLocationNotGone(agencyId)}`;
	const next = (after: Prisma.Sql) => Prisma.sql`(select k.folded, k.label from key_labels k
		where ${place} ${after}
			and (select o.deleted_at is null from api_keys o where o.agency_id = k.agency_id and o.id = k.key_id)
		order by k.folded, k.key_id limit 1)`;
	const rows = await tx.$queryRaw<{ label: string }[]>`
		with recursive known as (
			${next(Prisma.empty)}
			union all
			select step.folded, step.label from known
			cross join lateral ${next(Prisma.sql`and k.folded > known.folded`)} step
		)
		select label from known limit ${max}`;
	return rows.map(({ label }) => label);
}

import { notFound } from "#lib/core/errors.ts";
import { maskKey } from "#lib/core/keys/key.ts";
import { idleDaysOf, restorableSince, restorableUntil, type TrashedKey } from "#lib/core/keys/trash.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { countTrash, listTrashRows, type TrashQuery, type TrashRow } from "#lib/data/key-trash.ts";
import { inTransaction } from "#lib/data/transaction.ts";

export type { TrashQuery } from "#lib/data/key-trash.ts";

/** One page of the deleted keys that can still be looked at, and how many match in all. To others there is no trash. */
export async function listTrash(
	ctx: Context,
	asked: TrashQuery,
): Promise<{ rows: TrashedKey[]; total: number }> {
	permitTrash(ctx, asked);
	const search = foldName(asked.search ?? "");
	// PostgreSQL refuses to compare a text with a NUL, which no title has.
	if (search.includes("\0")) return { rows: [], total: 0 };
	const query = { ...asked, search };
	const since = restorableSince(ctx.now);
	return inTransaction(ctx, async (tx) => ({
		total: await countTrash(tx, ctx.agencyId, query, since),
		rows: (await listTrashRows(tx, ctx.agencyId, query, since)).map(describe),
	}));
}

/** Only those who could bring the keys back see them. */
function permitTrash(ctx: Context, { level, locationId }: TrashQuery) {
	const place = level === "LOCATION" ? (locationId ?? null) : null;
	const permission = level === "LOCATION" ? "location_key.write" : keyPermission(null, "write");
	if (!isAllowed(ctx.grants, permission, place)) throw notFound();
}

const describe = (row: TrashRow): TrashedKey => ({
	id: row.id,
	level: row.level,
	locationName: row.locationName,
	title: row.title,
	masked: maskKey(row),
	deletedAt: row.deletedAt.toISOString(),
	deletedBecause: row.deletedBecause,
	deletedByName: row.deletedByName,
	idleDays: idleDaysOf(row),
	restorableUntil: restorableUntil(row.deletedAt).toISOString(),
	compromised: row.compromised,
});

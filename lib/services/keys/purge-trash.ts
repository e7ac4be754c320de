import { maskKey } from "#lib/core/keys/key.ts";
import { restorableSince } from "#lib/core/keys/trash.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listDeletedBefore, lockDeletedBefore, purgeKey, type TrashPlace } from "#lib/data/key-trash.ts";
import { recordAudit } from "../audit/record.ts";
import { systemContext } from "../system-context.ts";
import { tryEachAgency } from "../try-each.ts";
import { type Purge, type Purged, purgeEach } from "./purge-each.ts";
import { purgeTokens } from "./purge-tokens.ts";

/**
 * Removes for good what has been in the trash for longer than it can be restored, and location tokens that have ended, in
 * every agency.
 */
export async function purgeTrash({
	database,
	now,
	...purge
}: Purge & { database: Database; now: Date }): Promise<Purged> {
	const done: Purged = { purged: 0, failed: 0 };
	const work = async (agencyId: string) => {
		const ctx = systemContext(database, agencyId, now);
		await purgeDeleted(ctx, purge, done);
		await purgeTokens(ctx, purge, done);
	};
	await tryEachAgency(database, work, { signal: purge.signal, did: done });
	return done;
}

function purgeDeleted(ctx: Context, purge: Purge, done: Purged) {
	const before = restorableSince(ctx.now);
	const keys = {
		list: (tx: Tx, after: TrashPlace | null, max: number) =>
			listDeletedBefore(tx, ctx.agencyId, { before, after, max }),
		removeForGood: async (tx: Tx, keyId: string) => {
			const key = await lockDeletedBefore(tx, ctx.agencyId, keyId, before);
			if (!key) return false;
			const { secretPrefix, secretLastFour, deletedAt, ...facts } = key;
			await recordAudit(tx, ctx, {
				action: "key.purge",
				subject: { kind: "key", id: keyId },
				locationId: key.locationId,
				before: { ...facts, key: maskKey(key), deletedAt: deletedAt?.toISOString() ?? null },
			});
			return purgeKey(tx, ctx.agencyId, keyId, before);
		},
		failure: "a deleted key could not be removed for good",
	};
	return purgeEach(ctx, keys, purge, done);
}

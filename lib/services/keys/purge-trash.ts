import { log } from "#lib/config/log.ts";
import { maskKey } from "#lib/core/keys/key.ts";
import { restorableSince } from "#lib/core/keys/trash.ts";
import type { Database } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listDeletedBefore, lockDeletedBefore, purgeKey, type TrashPlace } from "#lib/data/key-trash.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { systemContext } from "../system-context.ts";
import { tryEachAgency } from "../try-each.ts";
import { purgeTokens } from "./purge-tokens.ts";

const BATCH_MAX = 200;

type Purge = {
	database: Database;
	now: Date;
	/** Counts, and removes nothing. */
	dryRun: boolean;
	signal: AbortSignal;
	/** How many are looked up at once. */
	batchMax?: number;
};

export type Purged = { purged: number; failed: number };

/**
 * Removes for good what has been in the trash for longer than it can be restored, and location tokens that have ended, in
 * every agency. Each key goes in a
 * transaction of its own: one that cannot be removed keeps nobody waiting, and is tried again the next time.
 */
export async function purgeTrash(purge: Purge): Promise<Purged> {
	const { database, now, signal } = purge;
	const done: Purged = { purged: 0, failed: 0 };
	const work = async (agencyId: string) => {
		const ctx = systemContext(database, agencyId, now);
		await purgeAgency(ctx, purge, done);
		await purgeTokens(ctx, purge, done);
	};
	await tryEachAgency(database, work, { signal, did: done });
	return done;
}

async function purgeAgency(ctx: Context, { dryRun, signal, batchMax = BATCH_MAX }: Purge, done: Purged) {
	const before = restorableSince(ctx.now);
	let after: TrashPlace | null = null;
	let batch: TrashPlace[];
	do {
		batch = await inTransaction(ctx, (tx) =>
			listDeletedBefore(tx, ctx.agencyId, { before, after, max: batchMax }),
		);
		for (const key of batch) {
			if (signal.aborted) return;
			if (dryRun) done.purged++;
			else await purgeOne(ctx, key.id, before, done);
		}
		after = batch.at(-1) ?? null;
	} while (batch.length === batchMax);
}

async function purgeOne(ctx: Context, keyId: string, before: Date, done: Purged) {
	try {
		if (await removeForGood(ctx, keyId, before)) done.purged++;
	} catch (error) {
		done.failed++;
		log().error({ err: error, agencyId: ctx.agencyId, keyId }, "a deleted key could not be removed for good");
	}
}

/** False when somebody else was quicker. */
const removeForGood = (ctx: Context, keyId: string, before: Date) =>
	inTransaction(ctx, async (tx) => {
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
	});

import { log } from "#lib/config/log.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";

const BATCH_MAX = 200;

export type Purge = {
	/** Counts, and removes nothing. */
	dryRun: boolean;
	signal: AbortSignal;
	/** How many are looked up at once. */
	batchMax?: number;
};

export type Purged = { purged: number; failed: number };

type Kind<Place extends { id: string }> = {
	/** The next of those that are to go, after the last of the batch before. */
	list: (tx: Tx, after: Place | null, max: number) => Promise<Place[]>;
	/** False when somebody else was quicker. */
	removeForGood: (tx: Tx, keyId: string) => Promise<boolean>;
	failure: string;
};

/**
 * Removes keys of an agency for good, each in a transaction of its own: one that cannot be removed keeps nobody waiting, and
 * is tried again the next time. Adds to `done`.
 */
export async function purgeEach<Place extends { id: string }>(
	ctx: Context,
	{ list, removeForGood, failure }: Kind<Place>,
	{ dryRun, signal, batchMax = BATCH_MAX }: Purge,
	done: Purged,
) {
	const purgeOne = async (keyId: string) => {
		try {
			if (dryRun || (await inTransaction(ctx, (tx) => removeForGood(tx, keyId)))) done.purged++;
		} catch (error) {
			done.failed++;
			log().error({ err: error, agencyId: ctx.agencyId, keyId }, failure);
		}
	};
	let after: Place | null = null;
	let batch: Place[];
	do {
		const last: Place | null = after;
		batch = await inTransaction(ctx, (tx) => list(tx, last, batchMax));
		for (const { id } of batch) {
			if (signal.aborted) return;
			await purgeOne(id);
		}
		after = batch.at(-1) ?? null;
	} while (batch.length === batchMax);
}

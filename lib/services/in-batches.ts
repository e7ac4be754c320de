const BATCH = 1_000;

/**
 * Deletes in batches, so that no statement holds many rows for long, until a batch is not full. Returns how many were
 * deleted in all. `deleteSome` deletes up to so many, and says how many there were.
 */
export async function inBatches(
	deleteSome: (max: number) => Promise<number>,
	signal?: AbortSignal,
): Promise<number> {
	let all = 0;
	for (let deleted = BATCH; deleted === BATCH && !signal?.aborted; all += deleted) {
		deleted = await deleteSome(BATCH);
	}
	return all;
}

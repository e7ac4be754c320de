const BATCH = 1_000;

type Batches = {
	signal?: AbortSignal | undefined;
	/** After so many batches the rest is left for the next time. */
	most?: number;
};

/**
 * Deletes in batches, so that no statement holds many rows for long, until a batch is not full. Returns how many were
 * deleted in all. `deleteSome` deletes up to so many, and says how many there were.
 */
export async function inBatches(
	deleteSome: (max: number) => Promise<number>,
	{ signal, most = Number.POSITIVE_INFINITY }: Batches = {},
): Promise<number> {
	let all = 0;
	for (let batch = 0; batch < most && !signal?.aborted; batch++) {
		const deleted = await deleteSome(BATCH);
		all += deleted;
		if (deleted < BATCH) break;
	}
	return all;
}

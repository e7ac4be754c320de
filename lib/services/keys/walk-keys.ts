import { log } from "#lib/config/log.ts";

const BATCH = 500;
const BEFORE_ALL_IDS = "00000000-0000-0000-0000-000000000000";

type Walk = {
	agencyId: string;
	/** The next keys after an id, in the order of their ids. */
	list: (page: { after: string; atMost: number }) => Promise<readonly { id: string }[]>;
	/** Does what is due for a key, in a transaction of its own. */
	work: (keyId: string) => Promise<void>;
	signal: AbortSignal;
};

/**
 * Goes through keys batch by batch, until there are no more or the process ends. A key that fails is logged and left to the
 * next run; returns how many did.
 */
export async function walkKeys({ agencyId, list, work, signal }: Walk): Promise<number> {
	let failed = 0;
	for (let after = BEFORE_ALL_IDS; !signal.aborted; ) {
		const batch = await list({ after, atMost: BATCH });
		for (const { id } of batch) {
			if (signal.aborted) break;
			if (!(await tryKey(agencyId, id, work))) failed++;
		}
		const last = batch.at(-1);
		if (!last || batch.length < BATCH) break;
		after = last.id;
	}
	return failed;
}

/** Does what is due for one key; false when that failed, which the log tells. */
export async function tryKey(agencyId: string, keyId: string, work: (keyId: string) => Promise<void>) {
	try {
		await work(keyId);
		return true;
	} catch (error) {
		log().error({ err: error, agencyId, keyId }, "a key could not be swept");
		return false;
	}
}

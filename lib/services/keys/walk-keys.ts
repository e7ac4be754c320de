import { tryEach } from "../try-each.ts";

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

/** Goes through keys batch by batch, as {@link tryEach} does, until there are no more or the process ends. */
export async function walkKeys({ agencyId, list, work, signal }: Walk): Promise<number> {
	let failed = 0;
	for (let after = BEFORE_ALL_IDS; !signal.aborted; ) {
		const batch = await list({ after, atMost: BATCH });
		const keys = batch.map(({ id }) => ({ agencyId, keyId: id }));
		failed += await tryEach(keys, ({ keyId }) => work(keyId), signal);
		const last = batch.at(-1);
		if (!last || batch.length < BATCH) break;
		after = last.id;
	}
	return failed;
}

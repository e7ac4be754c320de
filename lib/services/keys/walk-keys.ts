import type { KeyPage } from "#lib/data/countdowns.ts";
import { type Run, tryEach } from "../try-each.ts";

const BATCH = 500;
const BEFORE_ALL_IDS = "00000000-0000-0000-0000-000000000000";

type Walk = {
	agencyId: string;
	list: (page: KeyPage) => Promise<readonly { id: string }[]>;
	/** Does what is due for a key, in a transaction of its own. */
	work: (keyId: string) => Promise<void>;
};

/** Goes through keys batch by batch, as {@link tryEach} does, until there are no more or the process ends. */
export async function walkKeys({ agencyId, list, work }: Walk, run: Run) {
	for (let after = BEFORE_ALL_IDS; !run.signal.aborted; ) {
		const batch = await list({ after, atMost: BATCH });
		const keys = batch.map(({ id }) => ({ agencyId, keyId: id }));
		await tryEach(keys, ({ keyId }) => work(keyId), run);
		const last = batch.at(-1);
		if (!last || batch.length < BATCH) break;
		after = last.id;
	}
}

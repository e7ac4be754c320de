import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";

const BATCH = 500;
const BEFORE_ALL_IDS = "00000000-0000-0000-0000-000000000000";
/** One alone may be a key that somebody holds for long; so many in a row are a database that is away. */
const UNREACHABLE_MAX = 3;

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

type KeyName = { agencyId: string; keyId: string };

/**
 * Does what is due for each key. One that fails is logged and left to the next run; without a database this one ends.
 * Returns how many failed.
 */
export async function tryEach<Key extends KeyName>(
	keys: readonly Key[],
	work: (key: Key) => Promise<void>,
	signal: AbortSignal,
): Promise<number> {
	let failed = 0;
	let unreachable = 0;
	for (const key of keys) {
		if (signal.aborted) break;
		try {
			await work(key);
			unreachable = 0;
		} catch (error) {
			failed++;
			unreachable = error instanceof AppError && error.code === "unavailable" ? unreachable + 1 : 0;
			if (unreachable === UNREACHABLE_MAX) throw error;
			const { agencyId, keyId } = key;
			log().error({ err: error, agencyId, keyId }, "a key could not be swept");
		}
	}
	return failed;
}

import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import { listAgencies } from "#lib/data/agencies.ts";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** One key alone may be held by somebody for long; so many in a row are a database that is away. */
const KEYS_UNREACHABLE_MAX = 3;

type Named = { agencyId: string; keyId?: string };

/** `did` is shared by all that one run goes through, and counts what failed. */
export type Run = { signal: AbortSignal; did: { failed: number } };

/**
 * Does what is due for each key or agency. One that fails is logged and left to the next run; without a database this one
 * ends.
 */
export async function tryEach<One extends Named>(
	all: readonly One[],
	work: (one: One) => Promise<void>,
	{ signal, did }: Run,
	unreachableMax = KEYS_UNREACHABLE_MAX,
) {
	let unreachable = 0;
	for (const one of all) {
		if (signal.aborted) break;
		try {
			await work(one);
			unreachable = 0;
		} catch (error) {
			did.failed++;
			unreachable = error instanceof AppError && error.code === "unavailable" ? unreachable + 1 : 0;
			if (unreachable === unreachableMax) throw error;
			const { agencyId, keyId } = one;
			log().error({ err: error, agencyId, keyId }, "a job could not do all that was due");
		}
	}
}

/** {@link tryEach} for every agency that there is, also deleted ones. */
export async function tryEachAgency(database: Database, work: (agencyId: string) => Promise<void>, run: Run) {
	const agencies = await transactAs(database, {}, listAgencies);
	const named = agencies.map(({ id }) => ({ agencyId: id }));
	await tryEach(named, ({ agencyId }) => work(agencyId), run, 1);
}

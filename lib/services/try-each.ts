import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Database } from "#lib/data/client.ts";
import { listAgencyIds } from "#lib/data/sealed-rows.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** One alone may be a row that somebody holds for long; so many in a row are a database that is away. */
const UNREACHABLE_MAX = 3;

type Named = { agencyId: string; keyId?: string };

/**
 * Does what is due for each key or agency. One that fails is logged and left to the next run; without a database this one
 * ends. Returns how many failed.
 */
export async function tryEach<One extends Named>(
	all: readonly One[],
	work: (one: One) => Promise<void>,
	signal: AbortSignal,
): Promise<number> {
	let failed = 0;
	let unreachable = 0;
	for (const one of all) {
		if (signal.aborted) break;
		try {
			await work(one);
			unreachable = 0;
		} catch (error) {
			failed++;
			unreachable = error instanceof AppError && error.code === "unavailable" ? unreachable + 1 : 0;
			if (unreachable === UNREACHABLE_MAX) throw error;
			const { agencyId, keyId } = one;
			log().error({ err: error, agencyId, keyId }, "a job could not do all that was due");
		}
	}
	return failed;
}

/** {@link tryEach} for every agency that there is, also deleted ones. */
export async function tryEachAgency(
	database: Database,
	work: (agencyId: string) => Promise<void>,
	signal: AbortSignal,
): Promise<number> {
	const agencies = await transactAs(database, {}, listAgencyIds);
	const named = agencies.map(({ id }) => ({ agencyId: id }));
	return tryEach(named, ({ agencyId }) => work(agencyId), signal);
}

import type { Context } from "#lib/data/context.ts";
import { sweepExpiry } from "#lib/services/keys/sweep-expiry.ts";
import { sweepInactivity } from "#lib/services/keys/sweep-inactivity.ts";

const DAY_MS = 86_400_000;

/** Tells the people of keys that expire or are idle what the sweeps of the day before would have told them. */
export async function tellOfYesterday({ database, now }: Context) {
	const yesterday = new Date(now.getTime() - DAY_MS);
	const options = { dryRun: false, signal: new AbortController().signal };
	await sweepExpiry(database, yesterday, options);
	await sweepInactivity(database, yesterday, { ...options, untilWritten: async () => true });
}

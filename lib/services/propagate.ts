import type { Propagation } from "#lib/data/changes/barriers.ts";
import type { Context } from "#lib/data/context.ts";

/** What a change that verdicts depend on answers, once it is committed: whether any process may still accept the old state. */
export type Propagated<T> = T & { propagation: Propagation };

/** Waits for a change to be committed, and then, 250 ms at most, for every process to have heard of it. */
export async function propagate<T extends object>(ctx: Context, change: Promise<T>): Promise<Propagated<T>> {
	const changed = await change;
	return { ...changed, propagation: await ctx.database.changes.confirm() };
}

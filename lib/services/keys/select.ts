import { foldName } from "#lib/core/text.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import type { KeyNarrowing } from "#lib/data/key-list.ts";
import { listSelected, sumUpKeys, sumUpSelection } from "#lib/data/key-selection.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { requirePlace } from "../require-place.ts";
import { permitList } from "./list.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHUNK = 5_000;
const TITLES_MAX = 8;

/** All keys that a query matches but those excepted, or those of its level or location that are named. */
export type Selection = {
	query: KeyNarrowing;
	keyIds: readonly string[] | null;
	exceptIds?: readonly string[];
};

export type SelectionUse = Awaited<ReturnType<typeof describeSelection>>;

/** How many keys were chosen, and what would break if they went away now. */
export function describeSelection(ctx: Context, asked: Selection) {
	const chosen = permitSelection(ctx, asked);
	return inTransaction(ctx, async (tx) => {
		await requirePlace(tx, ctx, chosen.query.locationId ?? null);
		return sumUpSelection(tx, ctx.agencyId, chosen, useMoments(ctx), TITLES_MAX);
	});
}

/** {@link describeSelection} of keys of any level that the caller has found and may change. */
export const describeFoundKeys = (tx: Tx, ctx: Context, keyIds: readonly string[]) =>
	sumUpKeys(tx, ctx.agencyId, keyIds, useMoments(ctx), TITLES_MAX);

/** Some thousand of the chosen keys. `next` is where the following ones begin; null when there are none. */
export async function listSelection(ctx: Context, { after, ...asked }: Selection & { after: string | null }) {
	const chosen = permitSelection(ctx, asked);
	const page = { after, max: CHUNK };
	const keys = await inTransaction(ctx, async (tx) => {
		await requirePlace(tx, ctx, chosen.query.locationId ?? null);
		return listSelected(tx, ctx.agencyId, chosen, page, ctx.now);
	});
	return { keys, next: keys.length === CHUNK ? (keys.at(-1)?.id ?? null) : null };
}

/** Refuses whoever may not see the list, and reads what is searched for as the list does. */
export function permitSelection<Asked extends { query: KeyNarrowing }>(ctx: Context, asked: Asked): Asked {
	permitList(ctx, asked.query);
	return {
		...asked,
		query: { ...asked.query, search: foldName(asked.query.search ?? "").replaceAll("\0", " ") },
	};
}

/** Requests are counted by the hour: the last day begins with the full hour that it began in. */
function useMoments({ now }: Context) {
	const ago = (days: number) => now.getTime() - days * DAY_MS;
	return { now, dayAgo: new Date(ago(1) - (ago(1) % HOUR_MS)), weekAgo: new Date(ago(7)) };
}

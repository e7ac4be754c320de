import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listLabelsOf, writeKeyLabels } from "#lib/data/key-labels.ts";

/**
 * Writes what a locked key's labels become, and returns them as the audit event tells of it. Null when they stay; undefined
 * wants them to.
 */
export async function changeLabels(
	tx: Tx,
	ctx: Context,
	key: { id: string; locationId: string | null },
	wanted: (labels: string[]) => readonly string[] | undefined,
) {
	const before = await listLabelsOf(tx, ctx.agencyId, key.id);
	const after = wanted(before);
	if (!after || isSame(before, after)) return null;
	await writeKeyLabels(tx, ctx.agencyId, key, after);
	return { before: { labels: before }, after: { labels: after } };
}

const isSame = (some: readonly string[], others: readonly string[]) =>
	some.length === others.length && some.every((one) => others.includes(one));

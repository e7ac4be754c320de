import type { KeySummary } from "#lib/core/keys/key.ts";
import type { Policy } from "#lib/core/policies.ts";
import type { Context } from "#lib/data/context.ts";
import { countKeys } from "#lib/data/key-count.ts";
import type { KeyNarrowing } from "#lib/data/key-list.ts";
import { listMatching, type SeenLast } from "#lib/data/key-selection.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { summarizeKey } from "./list.ts";
import { permitSelection } from "./select.ts";

const BATCH = 500;

/**
 * All keys that a query matches, newest first, read as they are taken, and about how many that will be. That they are taken
 * is recorded before the first of them is handed out.
 */
export async function exportKeys(ctx: Context, asked: KeyNarrowing) {
	const { query } = permitSelection(ctx, { query: asked });
	const { total, policy } = await inTransaction(ctx, async (tx) => {
		const total = await countKeys(tx, ctx.agencyId, query, ctx.now);
		const { policy } = await readPolicy(tx, ctx.agencyId);
		await recordAudit(tx, ctx, {
			action: "key_list.export",
			subject: query.locationId
				? { kind: "location", id: query.locationId }
				: { kind: "agency", id: ctx.agencyId },
			locationId: query.locationId ?? null,
			after: { filters: filtersOf(query), keys: total },
		});
		return { total, policy };
	});
	return { total, keys: walk(ctx, query, policy) };
}

const filtersOf = ({ level, search, status, role, label, attention }: KeyNarrowing) => ({
	level,
	search,
	status,
	role,
	label,
	attention,
});

async function* walk(ctx: Context, query: KeyNarrowing, policy: Policy): AsyncGenerator<KeySummary> {
	let after: SeenLast | null = null;
	for (;;) {
		const batch = await readBatch(ctx, query, after);
		for (const row of batch) yield summarizeKey(row, policy, ctx.now);
		const last = batch.at(-1);
		if (!last || batch.length < BATCH) return;
		after = last;
	}
}

const readBatch = (ctx: Context, query: KeyNarrowing, after: SeenLast | null) =>
	inTransaction(ctx, (tx) => listMatching(tx, ctx.agencyId, query, { after, max: BATCH }, ctx.now));

import type { Context } from "#lib/data/context.ts";
import { renameTagRow, type TagRow } from "#lib/data/tags.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { refuseDuplicate } from "../refuse-duplicate.ts";
import { lockChangeableTag, TAKEN } from "./authorize.ts";

/** Gives a tag another name, at every contact that has it. It starts no workflow: nobody was tagged. */
export function renameTag(ctx: Context, { tagId, name }: { tagId: string; name: string }): Promise<TagRow> {
	const change = inTransaction(ctx, async (tx) => {
		const before = await lockChangeableTag(tx, ctx, tagId);
		return before.name === name ? before : renameTagRow(tx, ctx.agencyId, before, ctx.now, name);
	});
	return refuseDuplicate(change, TAKEN);
}

import type { Context } from "#lib/data/context.ts";
import { deleteTagRow, type TagRow } from "#lib/data/tags.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableTag } from "./authorize.ts";

/** Takes a tag from a location and from every contact that has it. */
export function deleteTag(ctx: Context, { tagId }: { tagId: string }): Promise<TagRow> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableTag(tx, ctx, tagId);
		await deleteTagRow(tx, ctx.agencyId, before, ctx.now);
		return before;
	});
}

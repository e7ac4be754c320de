import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { removeLink } from "#lib/data/trigger-links.ts";
import { lockChangeableLink } from "./authorize.ts";

/** Deletes a link with the log of its clicks. Its address leads nowhere from then on. */
export function deleteLink(
	ctx: Context,
	{ linkId }: { linkId: string },
): Promise<{ id: string; name: string }> {
	return inTransaction(ctx, async (tx) => {
		const { id, name } = await lockChangeableLink(tx, ctx, linkId);
		await removeLink(tx, ctx.agencyId, id);
		return { id, name };
	});
}

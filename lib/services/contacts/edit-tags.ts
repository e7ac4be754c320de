import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableContact } from "./authorize.ts";
import { changeTags } from "./change-tags.ts";

type TagEdit = { contactId: string; add?: readonly string[]; remove?: readonly string[] };

/** Adds tags to a contact and takes tags away. Answers those that it then has. */
export function editTags(ctx: Context, { contactId, ...change }: TagEdit): Promise<string[]> {
	return inTransaction(ctx, async (tx) => {
		await lockChangeableContact(tx, ctx, contactId);
		return changeTags(tx, ctx, contactId, change);
	});
}

import { type ContactFacts, deleteContactRow } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableContact } from "./authorize.ts";

/** Deletes a contact with its workflow runs. Its submissions and clicks stay, as nobody's. */
export function deleteContact(ctx: Context, { contactId }: { contactId: string }): Promise<ContactFacts> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableContact(tx, ctx, contactId);
		await deleteContactRow(tx, ctx.agencyId, contactId);
		return before;
	});
}

import type { ContactFacts } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findVisibleContact } from "./authorize.ts";

/** One contact. */
export const getContact = (ctx: Context, { contactId }: { contactId: string }): Promise<ContactFacts> =>
	inTransaction(ctx, (tx) => findVisibleContact(tx, ctx, contactId));

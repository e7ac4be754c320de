import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import { type ContactFacts, findContact, lockContact } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { permitCrm } from "../permit-crm.ts";

/** A contact that the actor may look at. */
export const findVisibleContact = (tx: Tx, ctx: Context, contactId: string) =>
	permitted(tx, ctx, () => findContact(tx, ctx.agencyId, contactId), "read");

/** A contact that the actor may change; it is not locked. */
export const findChangeableContact = (tx: Tx, ctx: Context, contactId: string) =>
	permitted(tx, ctx, () => findContact(tx, ctx.agencyId, contactId), "write");

/** Locks a contact that the actor may change. */
export const lockChangeableContact = (tx: Tx, ctx: Context, contactId: string) =>
	permitted(tx, ctx, () => lockContact(tx, ctx.agencyId, contactId), "write");

async function permitted(
	tx: Tx,
	ctx: Context,
	load: () => Promise<ContactFacts | null>,
	verb: "read" | "write",
): Promise<ContactFacts> {
	const contact = await load();
	await permitCrm(tx, ctx, contact?.locationId, verb);
	if (!contact) throw notFound();
	return contact;
}

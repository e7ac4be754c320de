import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import type { Tx } from "#lib/data/client.ts";
import { type ContactFacts, updateContact } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { checkCustomValues } from "./check-custom-values.ts";
import { withReadPhone } from "./read-phone.ts";
import { startForTags } from "./start-for-contact.ts";

/** Changes a contact that is locked, and starts what waits for its new tags. */
export async function changeContact(
	tx: Tx,
	ctx: Pick<Context, "agencyId" | "now" | "chain">,
	before: ContactFacts,
	said: ContactChange,
): Promise<ContactFacts> {
	const place = { agencyId: ctx.agencyId, locationId: before.locationId };
	const { customValues: given, ...change } = await withReadPhone(tx, place, said);
	const customValues = given && (await checkCustomValues(tx, place, before.customValues, given));
	const row = { ...change, ...(customValues && { customValues }) };
	const contact = await updateContact(tx, ctx.agencyId, before.id, row, ctx.now);
	await startForTags(tx, ctx, contact, before.tags);
	return contact;
}

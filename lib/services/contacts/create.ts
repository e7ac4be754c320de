import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import type { ContactFacts } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseTakenMeanwhile } from "./refuse-taken.ts";
import { saveContact } from "./save.ts";

/** Makes a contact. Refuses an address or number that another one of the location has. */
export function createContact(
	ctx: Context,
	{ locationId, ...fields }: ContactChange & { locationId: string },
): Promise<ContactFacts> {
	const saved = inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		return (await saveContact(tx, ctx, locationId, fields, "create")).contact;
	});
	return refuseTakenMeanwhile(saved);
}

import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import type { ContactFacts } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseTakenMeanwhile } from "./refuse-taken.ts";
import { saveContact } from "./save.ts";

/** Changes the contact that has this address, or else this number; makes one when there is none. */
export function upsertContact(
	ctx: Context,
	{ locationId, ...fields }: ContactChange & { locationId: string },
): Promise<{ contact: ContactFacts; isNew: boolean }> {
	const saved = inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		return saveContact(tx, ctx, locationId, fields, "upsert");
	});
	return refuseTakenMeanwhile(saved);
}

import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import { type ContactFacts, holdIdentity, identityOf } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { holdCustomFields } from "#lib/data/custom-fields.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findChangeableContact, lockChangeableContact } from "./authorize.ts";
import { changeContact } from "./change.ts";
import { withReadPhone } from "./read-phone.ts";
import { refuseTaken, refuseTakenMeanwhile } from "./refuse-taken.ts";

/** What is left out stays as it is. `version` refuses when somebody else changed the contact since. */
export type ContactEdit = ContactChange & { contactId: string; version?: number | undefined };

/**
 * Changes a contact. The new address and number and the custom fields are held before the row, as whoever saves a
 * contact does.
 */
export function editContact(
	ctx: Context,
	{ contactId, version, ...said }: ContactEdit,
): Promise<ContactFacts> {
	const saved = inTransaction(ctx, async (tx) => {
		const { locationId } = await findChangeableContact(tx, ctx, contactId);
		const place = { agencyId: ctx.agencyId, locationId };
		const change = await withReadPhone(tx, place, said);
		const identity = identityOf(change);
		await holdIdentity(tx, place, identity);
		await holdCustomFields(tx, place, change.customValues);
		const before = await lockChangeableContact(tx, ctx, contactId);
		if (version !== undefined && before.version !== version) {
			throw new AppError(
				"conflict",
				"Somebody else changed this contact meanwhile. Reload to see what it says now.",
			);
		}
		await refuseTaken(tx, place, identity, contactId);
		return changeContact(tx, ctx, before, change);
	});
	return refuseTakenMeanwhile(saved);
}

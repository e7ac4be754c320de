import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { type ContactFacts, findContactLike, identityOf } from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { withReadPhone } from "./read-phone.ts";

/** The contact of a location that has this address, or else this number; null when there is none. */
export function lookUpContact(
	ctx: Context,
	{ locationId, ...fields }: Pick<ContactChange, "email" | "phone"> & { locationId: string },
): Promise<ContactFacts | null> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		const place = { agencyId: ctx.agencyId, locationId };
		return findContactLike(tx, place, identityOf(await withReadPhone(tx, place, fields)));
	});
}

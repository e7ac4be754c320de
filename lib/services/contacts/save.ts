import { type ContactChange, NAMELESS, nameOfContact } from "#lib/core/crm/contact-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import {
	type ContactFacts,
	findTaken,
	holdIdentity,
	identityOf,
	insertContact,
	lockContactLike,
	type Place,
} from "#lib/data/contacts.ts";
import type { Context } from "#lib/data/context.ts";
import { holdCustomFields } from "#lib/data/custom-fields.ts";
import { changeContact } from "./change.ts";
import { checkCustomValues } from "./check-custom-values.ts";
import { withReadPhone } from "./read-phone.ts";
import { refuseTaken } from "./refuse-taken.ts";
import { startForCreation, startForTags } from "./start-for-contact.ts";

type Saver = Pick<Context, "agencyId" | "now">;

/**
 * Makes a contact, in the transaction of whatever brings it; who may is the caller's question. "create" refuses an address
 * or number that the location knows. "upsert" changes the contact with this address, or else with this number; a number
 * that is a third one's stays theirs.
 */
export async function saveContact(
	tx: Tx,
	ctx: Saver,
	locationId: string,
	said: ContactChange,
	mode: "create" | "upsert",
): Promise<{ contact: ContactFacts; isNew: boolean }> {
	const place = { agencyId: ctx.agencyId, locationId };
	const fields = await withReadPhone(tx, place, said);
	const identity = identityOf(fields);
	await holdIdentity(tx, place, identity);
	await holdCustomFields(tx, place, fields.customValues);
	const known = mode === "upsert" ? await lockContactLike(tx, place, identity) : null;
	if (known) {
		const taken = await findTaken(tx, place, identity, known.id);
		const { phone, ...rest } = fields;
		const change = taken.phone ? rest : { phone, ...rest };
		return { contact: await changeContact(tx, ctx, known, change), isNew: false };
	}
	await refuseTaken(tx, place, identity);
	return { contact: await addContact(tx, ctx, place, fields), isNew: true };
}

async function addContact(tx: Tx, ctx: Saver, place: Place, { customValues = {}, ...fields }: ContactChange) {
	if (nameOfContact(fields) === null) throw nameless();
	const row = { ...fields, customValues: await checkCustomValues(tx, place, {}, customValues) };
	const contact = await insertContact(tx, place, row, ctx.now);
	await startForCreation(tx, ctx, contact);
	await startForTags(tx, ctx, contact, []);
	return contact;
}

const nameless = () =>
	new AppError("invalid_input", NAMELESS, { fields: [{ field: "firstName", message: NAMELESS }] });

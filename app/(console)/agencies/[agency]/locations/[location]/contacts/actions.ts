"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { ContactChange, NAMELESS, nameOfContact } from "#lib/core/crm/contact-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createContact } from "#lib/services/contacts/create.ts";
import { deleteContact } from "#lib/services/contacts/delete.ts";
import { editContact } from "#lib/services/contacts/edit.ts";

export type ContactPlace = { agency: string; location: string };

const CreateForm = ContactChange.extend({ locationId: Id });
const EditForm = ContactChange.extend({ contactId: Id, version: z.int() }).refine(
	(contact) => nameOfContact(contact) !== null,
	{ path: ["firstName"], error: NAMELESS },
);
const ContactForm = z.strictObject({ contactId: Id });

const refresh = () => revalidatePath("/agencies/[agency]/locations/[location]/contacts", "layout");

export async function createContactAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: CreateForm }, async (ctx, form) => {
		const { id } = await createContact(ctx, form);
		refresh();
		return { message: (await textsOf("contacts"))("done.added"), data: { id } };
	});
}

export async function editContactAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: EditForm }, async (ctx, form) => {
		const { id } = await editContact(ctx, form);
		refresh();
		return { message: (await textsOf("contacts"))("done.saved"), data: { id } };
	});
}

/** Refreshes nothing: the page that it is called on may be the one of what is deleted. */
export async function deleteContactAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: ContactForm }, async (ctx, form) => {
		await deleteContact(ctx, form);
		return { message: (await textsOf("contacts"))("done.deleted"), data: undefined };
	});
}

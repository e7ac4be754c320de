"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { LinkEdit, LinkFields } from "#lib/core/crm/link-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createLink } from "#lib/services/links/create.ts";
import { deleteLink } from "#lib/services/links/delete.ts";
import { editLink } from "#lib/services/links/edit.ts";

export type LinksPlace = { agency: string; location: string };

const CreateForm = LinkFields.extend({ locationId: Id });
const DeleteForm = z.strictObject({ linkId: Id });

const refresh = () => revalidatePath("/agencies/[agency]/locations/[location]/links", "layout");

export async function createLinkAction(place: LinksPlace, input: unknown) {
	return runAction({ place, input, schema: CreateForm }, async (ctx, fields) => {
		const { id, slug } = await createLink(ctx, fields);
		refresh();
		return { message: (await textsOf("links"))("done.created"), data: { id, slug } };
	});
}

export async function editLinkAction(place: LinksPlace, input: unknown) {
	return runAction({ place, input, schema: LinkEdit }, async (ctx, edit) => {
		const { id, slug } = await editLink(ctx, edit);
		refresh();
		return { message: (await textsOf("links"))("done.saved"), data: { id, slug } };
	});
}

/** Refreshes nothing: the page that it is called on may be the one of what is deleted. */
export async function deleteLinkAction(place: LinksPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		await deleteLink(ctx, form);
		return { message: (await textsOf("links"))("done.deleted"), data: undefined };
	});
}

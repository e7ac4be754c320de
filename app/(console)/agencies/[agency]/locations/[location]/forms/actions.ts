"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { FormEdit, FormFields } from "#lib/core/crm/form-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createForm } from "#lib/services/forms/create.ts";
import { deleteForm } from "#lib/services/forms/delete.ts";
import { editForm } from "#lib/services/forms/edit.ts";

export type FormsPlace = { agency: string; location: string };

const CreateForm = FormFields.extend({ locationId: Id });
const DeleteForm = z.strictObject({ formId: Id });

const refresh = () => revalidatePath("/agencies/[agency]/locations/[location]/forms", "layout");

export async function createFormAction(place: FormsPlace, input: unknown) {
	return runAction({ place, input, schema: CreateForm }, async (ctx, fields) => {
		const { id } = await createForm(ctx, fields);
		refresh();
		return { message: (await textsOf("forms"))("done.created"), data: { id } };
	});
}

export async function editFormAction(place: FormsPlace, input: unknown) {
	return runAction({ place, input, schema: FormEdit }, async (ctx, edit) => {
		const { id } = await editForm(ctx, edit);
		refresh();
		return { message: (await textsOf("forms"))("done.saved"), data: { id } };
	});
}

/** Refreshes nothing: the page that it is called on may be the one of what is deleted. */
export async function deleteFormAction(place: FormsPlace, input: unknown) {
	return runAction({ place, input, schema: DeleteForm }, async (ctx, form) => {
		await deleteForm(ctx, form);
		return { message: (await textsOf("forms"))("done.deleted"), data: undefined };
	});
}

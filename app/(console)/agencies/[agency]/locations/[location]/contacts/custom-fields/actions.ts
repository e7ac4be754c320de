"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAction } from "#lib/actions/run-action.ts";
import { CustomFieldEdit } from "#lib/core/crm/custom-field-edit.ts";
import { PlacedCustomField } from "#lib/core/crm/custom-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createCustomField } from "#lib/services/custom-fields/create.ts";
import { deleteCustomField } from "#lib/services/custom-fields/delete.ts";
import { editCustomField } from "#lib/services/custom-fields/edit.ts";
import type { ContactPlace } from "../actions.ts";

const EditForm = CustomFieldEdit.extend({ fieldId: Id });
const FieldForm = z.strictObject({ fieldId: Id });

const refresh = () => revalidatePath("/agencies/[agency]/locations/[location]/contacts", "layout");

export async function createCustomFieldAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: PlacedCustomField }, async (ctx, form) => {
		const { id, name, fieldKey } = await createCustomField(ctx, form);
		refresh();
		return { message: (await textsOf("contacts"))("fields.done.added", { name }), data: { id, fieldKey } };
	});
}

export async function editCustomFieldAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: EditForm }, async (ctx, form) => {
		const { id, name, fieldKey } = await editCustomField(ctx, form);
		refresh();
		return { message: (await textsOf("contacts"))("fields.done.saved", { name }), data: { id, fieldKey } };
	});
}

export async function deleteCustomFieldAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: FieldForm }, async (ctx, form) => {
		const { name } = await deleteCustomField(ctx, form);
		refresh();
		return { message: (await textsOf("contacts"))("fields.done.deleted", { name }), data: undefined };
	});
}

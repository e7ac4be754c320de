"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { runAction } from "#lib/actions/run-action.ts";
import { CustomFieldName, PlacedCustomField } from "#lib/core/crm/custom-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createCustomField } from "#lib/services/custom-fields/create.ts";
import { deleteCustomField } from "#lib/services/custom-fields/delete.ts";
import { renameCustomField } from "#lib/services/custom-fields/rename.ts";
import type { ContactPlace } from "../actions.ts";

const RenameForm = z.strictObject({ fieldId: Id, name: CustomFieldName });
const FieldForm = z.strictObject({ fieldId: Id });

const refresh = () => revalidatePath("/agencies/[agency]/locations/[location]/contacts", "layout");

export async function createCustomFieldAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: PlacedCustomField }, async (ctx, form) => {
		const { id, name, fieldKey } = await createCustomField(ctx, form);
		refresh();
		return { message: `“${name}” was added.`, data: { id, fieldKey } };
	});
}

export async function renameCustomFieldAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: RenameForm }, async (ctx, form) => {
		const { id, name, fieldKey } = await renameCustomField(ctx, form);
		refresh();
		return { message: `The field is called “${name}” now.`, data: { id, fieldKey } };
	});
}

export async function deleteCustomFieldAction(place: ContactPlace, input: unknown) {
	return runAction({ place, input, schema: FieldForm }, async (ctx, form) => {
		const { name } = await deleteCustomField(ctx, form);
		refresh();
		return { message: `“${name}” was deleted.`, data: undefined };
	});
}

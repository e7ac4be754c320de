import { type CustomFieldEdit, changedOptions, type OptionMove } from "#lib/core/crm/custom-field-edit.ts";
import type { CustomField } from "#lib/core/crm/custom-fields.ts";
import { AppError, type ErrorCode } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import {
	countOptionUses,
	listCustomFieldRows,
	moveOptionValues,
	updateCustomField,
} from "#lib/data/custom-fields.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { lockChangeableField } from "./authorize.ts";
import { refuseSameName } from "./refuse-same-name.ts";

/**
 * Changes a custom field's name and options. Its key stays, so that programs and templates go on. Contacts keep an option
 * that is called otherwise under its new name; one that goes they lose, if that is asked for.
 */
export function editCustomField(
	ctx: Context,
	{ fieldId, name, options: edits, removeFromContacts }: CustomFieldEdit & { fieldId: string },
): Promise<CustomField> {
	return inTransaction(ctx, async (tx) => {
		const field = await lockChangeableField(tx, ctx, fieldId);
		if (name !== undefined) await refuseTakenName(tx, ctx, field, name);
		if (edits === undefined) return updateCustomField(tx, ctx.agencyId, fieldId, { ...(name && { name }) });
		const changed = changedOptions(field, edits);
		if ("message" in changed) throw refusal("invalid_input", changed.message);
		const { options, moves } = changed;
		if (!removeFromContacts) await refuseUsed(tx, ctx, field, moves);
		if (moves.length > 0) await moveOptionValues(tx, ctx.agencyId, field, moves);
		return updateCustomField(tx, ctx.agencyId, fieldId, { ...(name && { name }), options });
	});
}

async function refuseTakenName(tx: Tx, { agencyId }: Context, { id, locationId }: CustomField, name: string) {
	const present = await listCustomFieldRows(tx, { agencyId, locationId });
	refuseSameName(
		present.filter((field) => field.id !== id),
		name,
	);
}

/** Refuses to take options away that contacts have. */
async function refuseUsed(tx: Tx, ctx: Context, field: CustomField, moves: readonly OptionMove[]) {
	const going = moves.filter(({ name }) => name === null).map(({ was }) => was);
	const uses = going.length === 0 ? 0 : await countOptionUses(tx, ctx.agencyId, field, going);
	if (uses === 0) return;
	const what = going.map((option) => `“${option}”`).join(" or ");
	const message =
		uses === 1
			? `1 contact has ${what}. Rename it to keep it, or say that contacts lose it.`
			: `${uses.toLocaleString("en")} contacts have ${what}. Rename it to keep it, or say that contacts lose it.`;
	throw refusal("conflict", message);
}

const refusal = (code: ErrorCode, message: string) =>
	new AppError(code, message, {
		fields: [{ field: code === "conflict" ? "removeFromContacts" : "options", message }],
	});

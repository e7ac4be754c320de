import type { FormDetail, FormFields } from "#lib/core/crm/form-fields.ts";
import { FORMS_MAX } from "#lib/core/crm/form-parts.ts";
import { AppError } from "#lib/core/errors.ts";
import { newId } from "#lib/core/ids.ts";
import type { Context } from "#lib/data/context.ts";
import { countForms, insertForm } from "#lib/data/forms.ts";
import { lockLocation } from "#lib/data/locations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { refuseCircle } from "../refuse-circle.ts";
import { describeForm } from "./describe.ts";
import { refuseForeignFields } from "./refuse-foreign-fields.ts";

/** Makes a form. The location is held meanwhile, so that there are never too many. */
export function createForm(
	ctx: Context,
	{ locationId, ...fields }: FormFields & { locationId: string },
): Promise<FormDetail> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "write");
		await lockLocation(tx, ctx.agencyId, locationId);
		if ((await countForms(tx, ctx.agencyId, { locationId, search: "" })) >= FORMS_MAX) {
			const text = `A location may have up to ${FORMS_MAX} forms. Delete one that is not needed any more.`;
			throw new AppError("conflict", text);
		}
		if (fields.redirectTo !== null) refuseCircle(fields.redirectTo, "form");
		await refuseForeignFields(tx, { agencyId: ctx.agencyId, locationId }, fields.fields);
		const form = { id: newId(), locationId, ...fields };
		return describeForm(await insertForm(tx, ctx.agencyId, form, ctx.now));
	});
}

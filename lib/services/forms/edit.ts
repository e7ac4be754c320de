import type { FormDetail, FormEdit } from "#lib/core/crm/form-fields.ts";
import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { updateForm } from "#lib/data/forms.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { refuseCircle } from "../refuse-circle.ts";
import { lockChangeableForm } from "./authorize.ts";
import { describeForm } from "./describe.ts";
import { refuseForeignFields } from "./refuse-foreign-fields.ts";

/** Changes a form; what was sent by it stays as it was. Refuses when somebody else changed it since `version`. */
export function editForm(ctx: Context, { formId, version, ...fields }: FormEdit): Promise<FormDetail> {
	return inTransaction(ctx, async (tx) => {
		const before = await lockChangeableForm(tx, ctx, formId);
		if (before.version !== version) {
			throw new AppError(
				"conflict",
				"Somebody else changed this form meanwhile. Reload to see what it says now.",
			);
		}
		const place = { agencyId: ctx.agencyId, locationId: before.locationId };
		if (fields.redirectTo !== null) refuseCircle(fields.redirectTo, "form");
		await refuseForeignFields(tx, place, fields.fields);
		return describeForm(await updateForm(tx, ctx.agencyId, formId, fields, ctx.now));
	});
}

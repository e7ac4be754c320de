import type { FormDetail } from "#lib/core/crm/form-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findVisibleForm } from "./authorize.ts";
import { describeForm } from "./describe.ts";

/** One form with its questions. */
export const getForm = (ctx: Context, { formId }: { formId: string }): Promise<FormDetail> =>
	inTransaction(ctx, async (tx) => describeForm(await findVisibleForm(tx, ctx, formId)));

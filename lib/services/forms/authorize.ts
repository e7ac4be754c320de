import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { type FormFacts, findForm, lockForm } from "#lib/data/forms.ts";
import { permitCrm } from "../permit-crm.ts";

/** Locks a form that the actor may change. */
export const lockChangeableForm = (tx: Tx, ctx: Context, formId: string) =>
	permitted(tx, ctx, () => lockForm(tx, ctx.agencyId, formId), "write");

/** A form that the actor may look at. */
export const findVisibleForm = (tx: Tx, ctx: Context, formId: string) =>
	permitted(tx, ctx, () => findForm(tx, ctx.agencyId, formId), "read");

async function permitted(
	tx: Tx,
	ctx: Context,
	load: () => Promise<FormFacts | null>,
	verb: "read" | "write",
): Promise<FormFacts> {
	const form = await load();
	await permitCrm(tx, ctx, form?.locationId, verb);
	if (!form) throw notFound();
	return form;
}

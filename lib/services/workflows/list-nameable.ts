import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { listNameable } from "#lib/data/workflows.ts";
import { permitCrm } from "../permit-crm.ts";

type Named = { id: string; name: string };

/** What triggers and steps may name. */
export type Nameable = { forms: Named[]; links: Named[]; fields: Named[] };

/** The forms, trigger links and custom fields of a location, for whoever writes a workflow. */
export function listNameableParts(ctx: Context, { locationId }: { locationId: string }): Promise<Nameable> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, locationId, "read");
		return listNameable(tx, ctx.agencyId, locationId);
	});
}

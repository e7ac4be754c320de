import type { FormSummary } from "#lib/core/crm/form-fields.ts";
import type { Context } from "#lib/data/context.ts";
import { countForms, type FormQuery, listFormRows } from "#lib/data/forms.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";

export type { FormQuery } from "#lib/data/forms.ts";

/** Some of a location's forms by name, and how many match in all. */
export function listForms(ctx: Context, query: FormQuery): Promise<{ rows: FormSummary[]; total: number }> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, query.locationId, "read");
		// PostgreSQL refuses to compare a text with a NUL, which no name has.
		if (query.search.includes("\0")) return { rows: [], total: 0 };
		const rows = await listFormRows(tx, ctx.agencyId, query);
		return {
			total: await countForms(tx, ctx.agencyId, query),
			rows: rows.map(({ lastSubmissionAt, createdAt, updatedAt, ...row }) => ({
				...row,
				lastSubmissionAt: lastSubmissionAt?.toISOString() ?? null,
				createdAt: createdAt.toISOString(),
				updatedAt: updatedAt.toISOString(),
			})),
		};
	});
}

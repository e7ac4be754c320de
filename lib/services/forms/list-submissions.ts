import { nameOfContact } from "#lib/core/crm/contact-fields.ts";
import type { SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import type { Context } from "#lib/data/context.ts";
import {
	countSubmissions,
	listSubmissionRows,
	type SubmissionQuery,
	type SubmissionRow,
} from "#lib/data/form-submissions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitCrm } from "../permit-crm.ts";
import { findVisibleForm } from "./authorize.ts";

export type { SubmissionQuery } from "#lib/data/form-submissions.ts";

/** Some of what was sent at a location, or by one of its forms, the newest first, and how much there is in all. */
export function listSubmissions(
	ctx: Context,
	query: SubmissionQuery,
): Promise<{ rows: SubmissionSummary[]; total: number }> {
	return inTransaction(ctx, async (tx) => {
		await permitCrm(tx, ctx, query.locationId, "read");
		if (query.formId !== null) await findVisibleForm(tx, ctx, query.formId);
		// PostgreSQL refuses to compare a text with a NUL, which no name has.
		if (query.search.includes("\0")) return { rows: [], total: 0 };
		return {
			total: await countSubmissions(tx, ctx.agencyId, query),
			rows: (await listSubmissionRows(tx, ctx.agencyId, query)).map(summarize),
		};
	});
}

const summarize = ({ contact, createdAt, ...row }: SubmissionRow): SubmissionSummary => ({
	...row,
	contact: contact && { id: contact.id, name: nameOfContact(contact) ?? "Contact without a name" },
	createdAt: createdAt.toISOString(),
});

const CHUNK = 200;

/** All that was sent by a form until now, the newest first, read piece by piece. */
export async function exportSubmissions(ctx: Context, place: { locationId: string; formId: string }) {
	const query = { ...place, search: "", from: null, until: ctx.now, limit: CHUNK };
	const first = await listSubmissions(ctx, { ...query, offset: 0 });
	return (async function* () {
		let { rows } = first;
		for (let offset = CHUNK; ; offset += CHUNK) {
			yield* rows;
			if (rows.length < CHUNK) return;
			rows = (await listSubmissions(ctx, { ...query, offset })).rows;
		}
	})();
}

import type { z } from "zod";
import { presentSubmissionMeta, type SubmissionPageQuery } from "#lib/contracts/form.ts";
import { listSubmissions } from "#lib/services/forms/list-submissions.ts";
import type { LocalCaller } from "./route.ts";

/** A page of what was sent by a location's forms, the newest first, and where it stands among the others. */
export async function readSubmissionPage(
	{ ctx, locationId }: LocalCaller,
	{ formId, q, startAt, endAt, page, limit }: z.output<typeof SubmissionPageQuery>,
) {
	const { rows, total } = await listSubmissions(ctx, {
		locationId,
		formId: formId ?? null,
		search: q,
		from: startAt ?? null,
		until: endAt ?? null,
		offset: (page - 1) * limit,
		limit,
	});
	return { rows, meta: presentSubmissionMeta(total, { page, limit }) };
}

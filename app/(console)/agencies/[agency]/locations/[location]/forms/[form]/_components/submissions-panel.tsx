import type { FormDetail } from "#lib/core/crm/form-fields.ts";
import { listSubmissions } from "#lib/services/forms/list-submissions.ts";
import type { FormsSearch } from "../../search-params.ts";
import { SubmissionsTable } from "./submissions-table.tsx";

type SubmissionsPanelProps = {
	ctx: Parameters<typeof listSubmissions>[0];
	form: FormDetail;
	exportHref: string;
	search: FormsSearch;
};

/** Reads a page of submissions. An address may name a page that is gone by now: it shows the last one that there is. */
export async function SubmissionsPanel({ ctx, form, exportHref, search }: SubmissionsPanelProps) {
	const { size } = search;
	const read = (page: number) =>
		listSubmissions(ctx, {
			locationId: form.locationId,
			formId: form.id,
			search: search.q.trim(),
			from: null,
			until: null,
			offset: (page - 1) * size,
			limit: size,
		});
	let { page } = search;
	let list = await read(page);
	if (list.rows.length === 0 && list.total > 0) {
		page = Math.ceil(list.total / size);
		list = await read(page);
	}
	return (
		<SubmissionsTable
			page={{ ...list, page, size }}
			isEmpty={list.total === 0 && search.q.trim() === ""}
			questions={form.fields.map(({ name, label }) => ({ name, label }))}
			exportHref={exportHref}
		/>
	);
}

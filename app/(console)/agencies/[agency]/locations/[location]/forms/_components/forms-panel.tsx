import { listForms } from "#lib/services/forms/list.ts";
import type { FormsPlace } from "../actions.ts";
import type { FormsSearch } from "../search-params.ts";
import { FormsTable } from "./forms-table.tsx";

type FormsPanelProps = {
	ctx: Parameters<typeof listForms>[0];
	place: FormsPlace;
	locationId: string;
	search: FormsSearch;
	mayChange: boolean;
};

/** Reads a page of forms. An address may name a page that is gone by now: it shows the last one that there is. */
export async function FormsPanel({ ctx, place, locationId, search, mayChange }: FormsPanelProps) {
	const { size } = search;
	const read = (page: number) =>
		listForms(ctx, { locationId, search: search.q.trim(), offset: (page - 1) * size, limit: size });
	let { page } = search;
	let list = await read(page);
	if (list.rows.length === 0 && list.total > 0) {
		page = Math.ceil(list.total / size);
		list = await read(page);
	}
	return (
		<FormsTable
			place={place}
			page={{ ...list, page, size }}
			isEmpty={list.total === 0 && search.q.trim() === ""}
			mayChange={mayChange}
		/>
	);
}

import { listLinks } from "#lib/services/links/list.ts";
import type { LinksSearch } from "../search-params.ts";
import { LinksTable } from "./links-table.tsx";

type LinksPanelProps = {
	ctx: Parameters<typeof listLinks>[0];
	locationId: string;
	search: LinksSearch;
	mayChange: boolean;
};

/** Reads a page of links. An address may name a page that is gone by now: it shows the last one that there is. */
export async function LinksPanel({ ctx, locationId, search, mayChange }: LinksPanelProps) {
	const { size } = search;
	const read = (page: number) =>
		listLinks(ctx, { locationId, search: search.q.trim(), offset: (page - 1) * size, limit: size });
	let { page } = search;
	let list = await read(page);
	if (list.rows.length === 0 && list.total > 0) {
		page = Math.ceil(list.total / size);
		list = await read(page);
	}
	return (
		<LinksTable
			page={{ ...list, page, size }}
			isEmpty={list.total === 0 && search.q.trim() === ""}
			mayChange={mayChange}
		/>
	);
}

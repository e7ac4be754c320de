import { listClicks } from "#lib/services/links/list-clicks.ts";
import type { ClicksSearch } from "../search-params.ts";
import { ClicksTable } from "./clicks-table.tsx";

type ClicksPanelProps = {
	ctx: Parameters<typeof listClicks>[0];
	linkId: string;
	search: ClicksSearch;
};

/** Reads a page of a link's log. An address may name a page that is gone by now: it shows the last one that there is. */
export async function ClicksPanel({ ctx, linkId, search: { page: asked, size } }: ClicksPanelProps) {
	const read = (page: number) => listClicks(ctx, { linkId, offset: (page - 1) * size, limit: size });
	let page = asked;
	let list = await read(page);
	if (list.rows.length === 0 && list.total > 0) {
		page = Math.ceil(list.total / size);
		list = await read(page);
	}
	return <ClicksTable page={{ ...list, page, size }} />;
}

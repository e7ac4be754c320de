import { listTrash, type TrashQuery } from "#lib/services/keys/list-trash.ts";
import type { TrashSearch } from "../search-params.ts";
import { TrashTable } from "./trash-table.tsx";

type TrashPanelProps = { ctx: Parameters<typeof listTrash>[0]; query: TrashQuery };

/** Reads a page of the trash. An address may name a page that is gone by now: it shows the last one that there is. */
export async function TrashPanel({ ctx, query }: TrashPanelProps) {
	let shown = query;
	let list = await listTrash(ctx, query);
	if (list.rows.length === 0 && list.total > 0) {
		shown = { ...query, page: Math.ceil(list.total / query.pageSize) };
		list = await listTrash(ctx, shown);
	}
	return (
		<TrashTable
			key={query.level}
			showsLocation={query.level === "LOCATION" && query.locationId === undefined}
			page={{ ...list, page: shown.page, size: query.pageSize as TrashSearch["size"] }}
			isEmpty={list.total === 0 && (query.search ?? "").trim() === ""}
		/>
	);
}

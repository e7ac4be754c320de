"use client";

import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import type { TrashedKey } from "#lib/core/keys/trash.ts";
import { useFocusKeeper } from "../../_components/use-focus-keeper.ts";
import { PAGE_SIZES } from "../../search-params.ts";
import type { TrashSearch } from "../search-params.ts";
import { TRASH_HEADING_ID, trashHeading } from "./focus-targets.ts";
import { useTrashColumns } from "./trash-columns.tsx";
import { NothingDeleted, NothingFound } from "./trash-empty.tsx";
import { TrashToolbar } from "./trash-toolbar.tsx";
import { useTrashSearch } from "./use-trash-search.ts";

type TrashTableProps = {
	/** The keys of several locations are listed together. */
	showsLocation: boolean;
	page: TablePage<TrashedKey, TrashSearch["size"]>;
	/** There are no deleted keys at all; no search hides any. */
	isEmpty: boolean;
};

export function TrashTable({ showsLocation, page, isEmpty }: TrashTableProps) {
	const state = useTrashSearch();
	const { search, pending, sort, turnTo } = state;
	const table = useServerTable({
		columns: useTrashColumns(showsLocation),
		page,
		sorting: { sort: "deleted", order: search.order, sortBy: (_column, order) => sort(order) },
		turnTo,
	});
	const focusKeeper = useFocusKeeper(page.rows, trashHeading);

	if (isEmpty) return <NothingDeleted />;
	return (
		<div ref={focusKeeper}>
			<TrashToolbar state={state} />
			{page.rows.length === 0 ? (
				<NothingFound onClear={() => state.type("")} />
			) : (
				<>
					<DataTable table={table} labelledBy={TRASH_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="key" />
				</>
			)}
		</div>
	);
}

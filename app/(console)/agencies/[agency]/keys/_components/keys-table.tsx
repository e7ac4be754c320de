"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { type KeysSearch, PAGE_SIZES } from "../search-params.ts";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { type KeysKind, keysColumns } from "./keys-columns.tsx";
import { NoKeysFound, NoKeysYet } from "./keys-empty.tsx";
import { KeysToolbar } from "./keys-toolbar.tsx";
import { useFocusKeeper } from "./use-focus-keeper.ts";
import { useKeysSearch } from "./use-keys-search.ts";

export type KeysPage = { rows: KeySummary[]; total: number; page: number; size: KeysSearch["size"] };

type KeysTableProps = {
	kind: KeysKind;
	page: KeysPage;
	/** There are no keys at all; no filter hides any. */
	isEmpty: boolean;
	mayChange: boolean;
	locations: readonly { slug: string; name: string }[];
};

export function KeysTable({ kind, page, isEmpty, mayChange, locations }: KeysTableProps) {
	const state = useKeysSearch();
	const { search, pending, sortBy, turnTo } = state;
	const sorting: SortingState = [{ id: search.sort, desc: search.order === "desc" }];
	const pagination = { pageIndex: page.page - 1, pageSize: page.size };

	const table = useTable({
		features,
		columns: keysColumns(kind, mayChange),
		data: page.rows,
		rowCount: page.total,
		getRowId: (key) => key.id,
		manualSorting: true,
		manualPagination: true,
		enableSortingRemoval: false,
		enableMultiSort: false,
		sortDescFirst: false,
		state: { sorting, pagination },
		onSortingChange(update) {
			const [next] = typeof update === "function" ? update(sorting) : update;
			if (next) sortBy(next.id as KeysSearch["sort"], next.desc ? "desc" : "asc");
		},
		onPaginationChange(update) {
			const next = typeof update === "function" ? update(pagination) : update;
			const isResized = next.pageSize !== page.size;
			turnTo(isResized ? 1 : next.pageIndex + 1, next.pageSize as KeysSearch["size"]);
		},
	});
	const focusKeeper = useFocusKeeper(page.rows);

	if (isEmpty) return <NoKeysYet kind={kind} mayChange={mayChange} />;
	return (
		<div ref={focusKeeper}>
			<KeysToolbar
				state={state}
				locations={kind === "locations" ? locations : null}
				sortsByLocation={kind !== "location"}
			/>
			{page.rows.length === 0 ? (
				<NoKeysFound onClear={state.clear} />
			) : (
				<>
					<DataTable table={table} labelledBy={KEYS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="key" />
				</>
			)}
		</div>
	);
}

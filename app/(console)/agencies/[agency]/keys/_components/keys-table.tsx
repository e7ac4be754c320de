"use client";

import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { type KeysSearch, PAGE_SIZES } from "../search-params.ts";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { type KeysKind, keysColumns } from "./keys-columns.tsx";
import { NoKeysFound, NoKeysYet } from "./keys-empty.tsx";
import { KeysToolbar } from "./keys-toolbar.tsx";
import { useFocusKeeper } from "./use-focus-keeper.ts";
import { useKeysSearch } from "./use-keys-search.ts";

type KeysTableProps = {
	kind: KeysKind;
	page: TablePage<KeySummary, KeysSearch["size"]>;
	/** There are no keys at all; no filter hides any. */
	isEmpty: boolean;
	mayChange: boolean;
	locations: readonly { slug: string; name: string }[];
};

export function KeysTable({ kind, page, isEmpty, mayChange, locations }: KeysTableProps) {
	const state = useKeysSearch();
	const { search, pending, sortBy, turnTo } = state;
	const table = useServerTable({
		columns: keysColumns(kind, mayChange),
		page,
		sorting: { sort: search.sort, order: search.order, sortBy },
		turnTo,
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

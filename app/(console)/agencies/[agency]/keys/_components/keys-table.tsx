"use client";

import { useSearchParams } from "next/navigation";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SelectionProvider, useSelection } from "#components/data-table/selection.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { type KeysSearch, PAGE_SIZES } from "../search-params.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { ExportButton } from "./export-button.tsx";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { type KeysKind, useKeysColumns } from "./keys-columns.tsx";
import { NoKeysFound, NoKeysYet } from "./keys-empty.tsx";
import { KeysToolbar } from "./keys-toolbar.tsx";
import { SavedViews, type View } from "./saved-views.tsx";
import { ROWS_BELOW_BAR } from "./selection-bar.tsx";
import type { TableSettings } from "./table-settings.ts";
import { useFocusKeeper } from "./use-focus-keeper.ts";
import { useKeysSearch } from "./use-keys-search.ts";
import { useTableSettings } from "./use-table-settings.ts";
import { ViewButton } from "./view-button.tsx";

type KeysTableProps = {
	kind: KeysKind;
	page: TablePage<KeySummary, KeysSearch["size"]>;
	/** The one location that the list is narrowed to. */
	locationId: string | null;
	/** There are no keys at all; no filter hides any. */
	isEmpty: boolean;
	mayChange: boolean;
	locations: readonly { slug: string; name: string }[];
	knownLabels: readonly string[];
	views: readonly View[];
	settings: TableSettings;
};

export function KeysTable(props: KeysTableProps) {
	const { kind, page, locationId, isEmpty, mayChange, locations, knownLabels, views } = props;
	const state = useKeysSearch();
	const { search, pending, sortBy, turnTo } = state;
	const { settings, change } = useTableSettings(props.settings);
	const table = useServerTable({
		columns: useKeysColumns(kind, settings, mayChange),
		page,
		sorting: { sort: search.sort, order: search.order, sortBy },
		turnTo,
	});
	const focusKeeper = useFocusKeeper(page.rows);
	const { shown, narrowing } = useShownAddress();
	const selection = useSelection(
		narrowing,
		page.rows.map(({ id, title }) => ({ id, name: title })),
		page.total,
	);

	if (isEmpty) return <NoKeysYet kind={kind} mayChange={mayChange} />;
	return (
		<div ref={focusKeeper}>
			<KeysToolbar state={state} kind={kind} locations={locations} knownLabels={knownLabels}>
				<SavedViews views={views} locationId={kind === "location" ? locationId : null} search={shown} />
				<ViewButton kind={kind} settings={settings} onChange={change} />
				<ExportButton search={narrowing} total={page.total} />
			</KeysToolbar>
			{mayChange && (
				<BulkBar
					selection={selection}
					listed={{ level: kind === "agency" ? "AGENCY" : "LOCATION", locationId, search: narrowing }}
					total={page.total}
					knownLabels={knownLabels}
				/>
			)}
			{page.rows.length === 0 ? (
				<NoKeysFound onClear={state.clear} />
			) : (
				<SelectionProvider selection={selection}>
					<div className={ROWS_BELOW_BAR}>
						<DataTable
							table={table}
							labelledBy={KEYS_HEADING_ID}
							pending={pending}
							isDense={settings.isDense}
						/>
						<Pagination table={table} pageSizes={PAGE_SIZES} noun="key" />
					</div>
				</SelectionProvider>
			)}
		</div>
	);
}

/** What the address says of the list on any of its pages, and the part of it that says which keys are meant. */
function useShownAddress() {
	const address = new URLSearchParams(useSearchParams());
	address.delete("page");
	const shown = address.toString();
	for (const name of ["size", "sort", "order"]) address.delete(name);
	return { shown, narrowing: address.toString() };
}

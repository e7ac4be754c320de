"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SelectionProvider, useSelection } from "#components/data-table/selection.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress } from "#components/data-table/use-table-address.ts";
import type { FoundKey } from "#lib/core/keys/found-key.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import { ROWS_BELOW_BAR } from "../../_components/selection-bar.tsx";
import { useFocusKeeper } from "../../_components/use-focus-keeper.ts";
import type { KeyPlace } from "../../actions.ts";
import { PAGE_SIZES } from "../../search-params.ts";
import { type HealthSearch, healthSearch } from "../search-params.ts";
import { findingColumns } from "./finding-columns.tsx";
import { FixBar } from "./fix-bar.tsx";
import { FINDING_HEADING_ID, findingHeading } from "./focus-targets.ts";

type FindingTableProps = {
	finding: Finding;
	page: TablePage<FoundKey, HealthSearch["size"]>;
	place: KeyPlace;
	locationId: string | null;
	mayFix: boolean;
};

export function FindingTable({ finding, page, place, locationId, mayFix }: FindingTableProps) {
	const t = useTranslations("health");
	const { setSearch, pending } = useTableAddress(healthSearch);
	const selection = useSelection(
		finding,
		page.rows.map(({ id, title }) => ({ id, name: title })),
		page.total,
	);
	const focusKeeper = useFocusKeeper(page.rows, findingHeading);
	const table = useServerTable({
		columns: useMemo(() => findingColumns(t, finding, place, mayFix), [t, finding, place, mayFix]),
		page,
		turnTo: (next, size) => setSearch({ page: next, size }),
	});
	return (
		<SelectionProvider selection={selection}>
			{mayFix && (
				<FixBar
					finding={finding}
					selection={selection}
					total={page.total}
					place={place}
					locationId={locationId}
				/>
			)}
			<div ref={focusKeeper} className={ROWS_BELOW_BAR}>
				<DataTable table={table} labelledBy={FINDING_HEADING_ID} pending={pending} />
				<Pagination table={table} pageSizes={PAGE_SIZES} noun="key" />
			</div>
		</SelectionProvider>
	);
}

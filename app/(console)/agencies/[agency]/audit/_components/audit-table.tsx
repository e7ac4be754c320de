"use client";

import { useTable } from "@tanstack/react-table";
import { ScrollText, SearchX } from "lucide-react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { AuditPage } from "#lib/services/audit/list.ts";
import { agencyColumns, locationColumns } from "./audit-columns.tsx";
import { AuditPages } from "./audit-pages.tsx";
import { AUDIT_HEADING_ID } from "./audit-screen.tsx";
import { AuditToolbar } from "./audit-toolbar.tsx";
import { useAuditSearch } from "./use-audit-search.ts";

type AuditTableProps = {
	page: AuditPage;
	/** There are no events at all; no filter hides any. */
	isEmpty: boolean;
	actors: readonly { id: string; name: string }[];
	/** Null at a location, whose events are all its own. */
	locations: readonly { slug: string; name: string }[] | null;
};

export function AuditTable({ page, isEmpty, actors, locations }: AuditTableProps) {
	const state = useAuditSearch();
	const table = useTable({
		features,
		columns: locations ? agencyColumns : locationColumns,
		data: page.rows,
		getRowId: (event) => event.id,
		enableSorting: false,
		manualPagination: true,
	});

	if (isEmpty) {
		return (
			<EmptyState
				icon={<ScrollText />}
				title="No events yet"
				text="Every change, sign-in and refusal appears here, with who did it, when and from where."
			/>
		);
	}
	return (
		<>
			<AuditToolbar state={state} actors={actors} locations={locations} />
			{page.rows.length === 0 ? (
				<div role="status">
					<EmptyState
						icon={<SearchX />}
						title="Nothing found"
						text="No event matches the search and the filters."
					>
						<Button onClick={state.clear}>Clear filters</Button>
					</EmptyState>
				</div>
			) : (
				<>
					<DataTable table={table} labelledBy={AUDIT_HEADING_ID} pending={state.pending} />
					<AuditPages state={state} page={page} />
				</>
			)}
		</>
	);
}

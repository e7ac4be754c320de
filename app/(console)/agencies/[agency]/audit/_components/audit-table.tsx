"use client";

import { useTable } from "@tanstack/react-table";
import { ScrollText, SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { AuditPage } from "#lib/services/audit/list.ts";
import { agencyColumns, locationColumns } from "./audit-columns.tsx";
import { AuditPages } from "./audit-pages.tsx";
import { AuditToolbar } from "./audit-toolbar.tsx";
import { AUDIT_HEADING_ID } from "./focus-targets.ts";
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
	const t = useTranslations("audit");
	const state = useAuditSearch();
	const table = useTable({
		features,
		columns: (locations ? agencyColumns : locationColumns)(t),
		data: page.rows,
		getRowId: (event) => event.id,
		enableSorting: false,
		manualPagination: true,
	});

	if (isEmpty) {
		return <EmptyState icon={<ScrollText />} title={t("none")} text={t("noneText")} />;
	}
	return (
		<>
			<AuditToolbar state={state} actors={actors} locations={locations} />
			{page.rows.length === 0 ? (
				<div role="status">
					<EmptyState icon={<SearchX />} title={t("noMatch")} text={t("noMatchText")}>
						<Button onClick={state.clear}>{t("clear")}</Button>
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

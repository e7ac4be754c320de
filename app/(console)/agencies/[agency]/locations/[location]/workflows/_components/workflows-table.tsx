"use client";

import { Plus, SearchX, Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { WORKFLOW_STATUSES, type WorkflowStatus } from "#lib/core/crm/workflow-states.ts";
import type { WorkflowSummary } from "#lib/core/crm/workflows.ts";
import { PAGE_SIZES } from "../../../../keys/search-params.ts";
import type { WorkflowPlace } from "../actions.ts";
import { type WorkflowsSearch, workflowsSearch } from "../search-params.ts";
import { WORKFLOWS_HEADING_ID, workflowsHref } from "./place.ts";
import type { Nameable } from "./workflow-words.ts";
import { useWorkflowsColumns } from "./workflows-columns.tsx";

type WorkflowsTableProps = {
	place: WorkflowPlace;
	page: TablePage<WorkflowSummary, WorkflowsSearch["size"]>;
	nameable: Nameable;
	/** There are no workflows at all; no filter hides any. */
	isEmpty: boolean;
	mayChange: boolean;
};

const ALL = "all";

export function WorkflowsTable({ place, page, nameable, isEmpty, mayChange }: WorkflowsTableProps) {
	const t = useTranslations("workflows");
	const ui = useTranslations("ui");
	const { search, setSearch, pending } = useTableAddress(workflowsSearch);
	const table = useServerTable({
		columns: useWorkflowsColumns(place, nameable),
		page,
		turnTo: (number, size: WorkflowsSearch["size"]) => setSearch({ page: number, size }),
	});

	if (isEmpty) return <NoWorkflowsYet place={place} mayChange={mayChange} />;
	return (
		<>
			<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
				<SearchBox
					label={t("search")}
					value={search.q}
					onChange={(q) => setSearch({ q, page: null }, whileTyping(q))}
					className="w-full sm:w-64"
				/>
				<FilterSelect<WorkflowStatus | typeof ALL>
					label={t("status")}
					prefix={t("status")}
					value={search.status ?? ALL}
					onChange={(choice) => setSearch({ status: choice === ALL ? null : choice, page: null })}
					options={[
						{ value: ALL, label: ui("all") },
						...WORKFLOW_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
					]}
					className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto"
				/>
			</div>
			{page.rows.length === 0 ? (
				<div role="status">
					<EmptyState icon={<SearchX />} title={ui("nothingFound")} text={t("noneFound")}>
						<Button onClick={() => setSearch({ q: null, status: null, page: null })}>
							{t("clearFilters")}
						</Button>
					</EmptyState>
				</div>
			) : (
				<>
					<DataTable table={table} labelledBy={WORKFLOWS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="workflow" />
				</>
			)}
		</>
	);
}

function NoWorkflowsYet({ place, mayChange }: Pick<WorkflowsTableProps, "place" | "mayChange">) {
	const t = useTranslations("workflows.empty");
	return (
		<EmptyState icon={<Workflow />} title={t("title")} text={t("text")}>
			{mayChange ? (
				<Link href={`${workflowsHref(place)}/new`} className={buttonStyle({ look: "primary" })}>
					<Plus aria-hidden className="size-4" />
					{t("create")}
				</Link>
			) : (
				<p className="text-sm text-ink-muted">{t("viewOnly")}</p>
			)}
		</EmptyState>
	);
}

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ListChecks, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress } from "#components/data-table/use-table-address.ts";
import type { Translator } from "#components/texts/translator.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { RUN_STATES, type RunState } from "#lib/core/crm/workflow-states.ts";
import type { RunSummary } from "#lib/core/crm/workflows.ts";
import { PAGE_SIZES } from "../../../../../keys/search-params.ts";
import { RefreshButton } from "../../_components/refresh-button.tsx";
import { RunBadge } from "../../_components/workflow-status.tsx";
import { startedText } from "../../_components/workflow-words.ts";
import { type RunsSearch, runsSearch } from "../../search-params.ts";

const HEADING_ID = "runs-heading";
const ALL = "all";
const column = createColumnHelper<typeof features, RunSummary>();

const columnsOf = (href: string, t: Translator<"workflows">) =>
	column.columns([
		column.accessor("contact", {
			meta: { label: t("run.contact"), card: "title", className: "md:w-[28%]" },
			cell: ({ row: { original } }) => (
				<Link
					href={`${href}/${original.id}`}
					className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
				>
					<bdi>{original.contact.name}</bdi>
				</Link>
			),
		}),
		column.accessor("state", {
			meta: { label: t("run.state") },
			cell: ({ row }) => <RunBadge state={row.original.state} />,
		}),
		column.accessor("position", {
			meta: { label: t("run.stepsTaken") },
			cell: ({ row: { original } }) =>
				t("run.stepOf", { position: original.position, count: original.stepCount }),
		}),
		column.accessor("startedBy", {
			meta: { label: t("run.startedBy") },
			cell: ({ row: { original } }) => startedText(original.startedBy, t),
		}),
		column.accessor("startedAt", {
			meta: { label: t("run.started") },
			cell: ({ row }) => <RelativeTime value={row.original.startedAt} />,
		}),
	]);

type RunsTableProps = {
	href: string;
	page: TablePage<RunSummary, RunsSearch["size"]>;
	/** Nothing ever ran; no filter hides anything. */
	isEmpty: boolean;
};

export function RunsTable({ href, page, isEmpty }: RunsTableProps) {
	const [t, words] = [useTranslations("workflows"), useTranslations("words")];
	const ui = useTranslations("ui");
	const { search, setSearch, pending } = useTableAddress(runsSearch);
	const table = useServerTable({
		columns: columnsOf(href, t),
		page,
		turnTo: (number, size: RunsSearch["size"]) => setSearch({ page: number, size }),
	});

	return (
		<>
			<div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3 sm:px-5">
				<h2 id={HEADING_ID} className="me-auto text-base font-semibold">
					{t("runs")}
				</h2>
				{!isEmpty && (
					<FilterSelect<RunState | typeof ALL>
						label={t("run.state")}
						prefix={t("run.state")}
						value={search.state ?? ALL}
						onChange={(choice) => setSearch({ state: choice === ALL ? null : choice, page: null })}
						options={[
							{ value: ALL, label: ui("all") },
							...RUN_STATES.map((value) => ({ value, label: words(`run.${value}`) })),
						]}
						className="w-auto"
					/>
				)}
				<RefreshButton />
			</div>
			{page.rows.length === 0 ? (
				<NothingToShow isEmpty={isEmpty} onClear={() => setSearch({ state: null, page: null })} />
			) : (
				<>
					<DataTable table={table} labelledBy={HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="run" />
				</>
			)}
		</>
	);
}

function NothingToShow({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) {
	const t = useTranslations("workflows");
	const ui = useTranslations("ui");
	return isEmpty ? (
		<EmptyState icon={<ListChecks />} title={t("run.none")} text={t("run.noneText")} />
	) : (
		<div role="status">
			<EmptyState icon={<SearchX />} title={ui("nothingFound")} text={t("run.noneFound")}>
				<Button onClick={onClear}>{t("clearFilters")}</Button>
			</EmptyState>
		</div>
	);
}

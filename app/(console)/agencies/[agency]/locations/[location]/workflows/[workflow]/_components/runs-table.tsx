"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ListChecks, SearchX } from "lucide-react";
import Link from "next/link";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress } from "#components/data-table/use-table-address.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Select } from "#components/ui/select.tsx";
import { RUN_STATES, type RunState } from "#lib/core/crm/workflow-steps.ts";
import type { RunSummary } from "#lib/core/crm/workflows.ts";
import { PAGE_SIZES } from "../../../../../keys/search-params.ts";
import { RefreshButton } from "../../_components/refresh-button.tsx";
import { RUN_WORDS, RunBadge } from "../../_components/workflow-status.tsx";
import { STARTED_WORDS } from "../../_components/workflow-words.ts";
import { type RunsSearch, runsSearch } from "../../search-params.ts";

const HEADING_ID = "runs-heading";
const ALL = "all";
const column = createColumnHelper<typeof features, RunSummary>();

const columnsOf = (href: string) =>
	column.columns([
		column.accessor("contact", {
			meta: { label: "Contact", card: "title", className: "md:w-[28%]" },
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
			meta: { label: "State" },
			cell: ({ row }) => <RunBadge state={row.original.state} />,
		}),
		column.accessor("position", {
			meta: { label: "Steps taken" },
			cell: ({ row: { original } }) => `${original.position} of ${original.stepCount}`,
		}),
		column.accessor("startedBy", {
			meta: { label: "Started by" },
			cell: ({ row: { original } }) => STARTED_WORDS[original.startedBy] ?? original.startedBy,
		}),
		column.accessor("startedAt", {
			meta: { label: "Started" },
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
	const { search, setSearch, pending } = useTableAddress(runsSearch);
	const table = useServerTable({
		columns: columnsOf(href),
		page,
		turnTo: (number, size: RunsSearch["size"]) => setSearch({ page: number, size }),
	});

	return (
		<>
			<div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3 sm:px-5">
				<h2 id={HEADING_ID} className="mr-auto text-base font-semibold">
					Runs
				</h2>
				{!isEmpty && (
					<Select<RunState | typeof ALL>
						label="State"
						prefix="State"
						value={search.state ?? ALL}
						onChange={(choice) => setSearch({ state: choice === ALL ? null : choice, page: null })}
						options={[
							{ value: ALL, label: "All" },
							...RUN_STATES.map((value) => ({ value, label: RUN_WORDS[value] })),
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

const NothingToShow = ({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) =>
	isEmpty ? (
		<EmptyState
			icon={<ListChecks />}
			title="Nothing ran yet"
			text="Each contact's way through the workflow appears here, with what came of every step. Only a published workflow starts."
		/>
	) : (
		<div role="status">
			<EmptyState icon={<SearchX />} title="Nothing found" text="No run is in this state.">
				<Button onClick={onClear}>Clear filters</Button>
			</EmptyState>
		</div>
	);

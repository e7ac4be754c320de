"use client";

import { Inbox, RotateCw, SearchX, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Select } from "#components/ui/select.tsx";
import {
	DELIVERY_STATES,
	type DeliveryDetail,
	type DeliveryState,
	type DeliverySummary,
	LOGGED_EVENTS,
	type LoggedEvent,
} from "#lib/core/webhooks.ts";
import { PAGE_SIZES } from "../../../keys/search-params.ts";
import { STATE_WORDS } from "../../_components/webhook-status.tsx";
import type { LogSearch } from "../search-params.ts";
import { DeliveryDialog } from "./delivery-dialog.tsx";
import { logColumns } from "./log-columns.tsx";
import { useFreshLog } from "./use-fresh-log.ts";
import { type LogSearchState, useLogSearch } from "./use-log-search.ts";

const LOG_HEADING_ID = "webhook-log-heading";

type LogTableProps = {
	agency: string;
	page: TablePage<DeliverySummary, LogSearch["size"]>;
	/** Nothing was ever sent; no filter hides anything. */
	isEmpty: boolean;
	mayResend: boolean;
	/** The delivery that the address names. */
	open: DeliveryDetail | null;
};

export function LogTable({ agency, page, isEmpty, mayResend, open }: LogTableProps) {
	const state = useLogSearch();
	const { show, turnTo, pending } = state;
	const table = useServerTable({ columns: logColumns(show), page, turnTo });
	useFreshLog(page.rows);

	return (
		<>
			<LogHead />
			{!isEmpty && <LogFilters state={state} />}
			{page.rows.length === 0 ? (
				<NothingToShow isEmpty={isEmpty} onClear={state.clear} />
			) : (
				<>
					<DataTable table={table} labelledBy={LOG_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="delivery" plural="deliveries" />
				</>
			)}
			<DeliveryDialog agency={agency} delivery={open} mayResend={mayResend} onClose={() => show(null)} />
		</>
	);
}

const ALL = "all";
const EVERYTHING = { value: ALL, label: "All" } as const;
const choiceStyle = "w-auto flex-1 basis-36 sm:flex-none sm:basis-auto";

function LogHead() {
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	return (
		<div className="flex items-center justify-between gap-4 px-4 pt-3 pb-1 sm:px-5">
			<h2 id={LOG_HEADING_ID} className="text-base font-semibold">
				Log
			</h2>
			<Button
				look="quiet"
				pending={pending}
				icon={<RotateCw aria-hidden className="size-4" />}
				onClick={() => startTransition(() => router.refresh())}
				className="-mr-3"
			>
				Refresh
			</Button>
		</div>
	);
}

function LogFilters({ state }: { state: LogSearchState }) {
	const { search, filter, clear, isFiltered } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line px-4 pb-3 sm:px-5">
			<Select<DeliveryState | typeof ALL>
				label="State"
				prefix="State"
				value={search.state ?? ALL}
				onChange={(choice) => filter({ state: choice === ALL ? null : choice })}
				options={[EVERYTHING, ...DELIVERY_STATES.map((value) => ({ value, label: STATE_WORDS[value] }))]}
				className={choiceStyle}
			/>
			<Select<LoggedEvent | typeof ALL>
				label="Event"
				prefix="Event"
				value={search.event ?? ALL}
				onChange={(choice) => filter({ event: choice === ALL ? null : choice })}
				options={[EVERYTHING, ...LOGGED_EVENTS.map((value) => ({ value, label: value }))]}
				className={choiceStyle}
			/>
			{isFiltered && (
				<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
					Clear filters
				</Button>
			)}
		</div>
	);
}

const NothingToShow = ({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) =>
	isEmpty ? (
		<EmptyState
			icon={<Inbox />}
			title="Nothing sent yet"
			text="Every message appears here, with each attempt and what the receiver answered. Send a test to see how that looks."
		/>
	) : (
		<div role="status">
			<EmptyState icon={<SearchX />} title="Nothing found" text="No delivery matches the filters.">
				<Button onClick={onClear}>Clear filters</Button>
			</EmptyState>
		</div>
	);

"use client";

import { Inbox, RotateCw, SearchX, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import {
	DELIVERY_STATES,
	type DeliveryState,
	LOGGED_EVENTS,
	type LoggedEvent,
} from "#lib/core/webhook-log.ts";
import type { DeliveryDetail, DeliverySummary } from "#lib/core/webhooks.ts";
import { PAGE_SIZES } from "../../../keys/search-params.ts";
import type { LogSearch } from "../search-params.ts";
import { logColumns } from "./log-columns.tsx";
import { useFreshLog } from "./use-fresh-log.ts";
import { type LogSearchState, useLogSearch } from "./use-log-search.ts";

const DeliveryDialog = dynamic(
	() => import("./delivery-dialog.tsx").then((module) => module.DeliveryDialog),
	{ ssr: false },
);

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
	const t = useTranslations("webhooks.log");
	const state = useLogSearch();
	const { show, turnTo, pending } = state;
	const table = useServerTable({ columns: logColumns(t, show), page, turnTo });
	useFreshLog(page.rows);
	const isWanted = useOnceTrue(open !== null);

	return (
		<>
			<LogHead />
			{!isEmpty && <LogFilters state={state} />}
			{page.rows.length === 0 ? (
				<NothingToShow isEmpty={isEmpty} onClear={state.clear} />
			) : (
				<>
					<DataTable table={table} labelledBy={LOG_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="delivery" />
				</>
			)}
			{isWanted && (
				<DeliveryDialog agency={agency} delivery={open} mayResend={mayResend} onClose={() => show(null)} />
			)}
		</>
	);
}

const ALL = "all";
const choiceStyle = "w-auto flex-1 basis-36 sm:flex-none sm:basis-auto";

function LogHead() {
	const t = useTranslations("webhooks.log");
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	return (
		<div className="flex items-center justify-between gap-4 px-4 pt-3 pb-1 sm:px-5">
			<h2 id={LOG_HEADING_ID} className="text-base font-semibold">
				{t("title")}
			</h2>
			<Button
				look="quiet"
				pending={pending}
				icon={<RotateCw aria-hidden className="size-4" />}
				onClick={() => startTransition(() => router.refresh())}
				className="-me-3"
			>
				{t("refresh")}
			</Button>
		</div>
	);
}

function LogFilters({ state }: { state: LogSearchState }) {
	const t = useTranslations("webhooks.log");
	const states = useTranslations("webhooks.states");
	const everything = { value: ALL, label: t("all") } as const;
	const { search, filter, clear, isFiltered } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line px-4 pb-3 sm:px-5">
			<FilterSelect<DeliveryState | typeof ALL>
				label={t("state")}
				prefix={t("state")}
				value={search.state ?? ALL}
				onChange={(choice) => filter({ state: choice === ALL ? null : choice })}
				options={[everything, ...DELIVERY_STATES.map((value) => ({ value, label: states(value) }))]}
				className={choiceStyle}
			/>
			<FilterSelect<LoggedEvent | typeof ALL>
				label={t("event")}
				prefix={t("event")}
				value={search.event ?? ALL}
				onChange={(choice) => filter({ event: choice === ALL ? null : choice })}
				options={[everything, ...LOGGED_EVENTS.map((value) => ({ value, label: value }))]}
				className={choiceStyle}
			/>
			{isFiltered && (
				<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
					{t("clear")}
				</Button>
			)}
		</div>
	);
}

function NothingToShow({ isEmpty, onClear }: { isEmpty: boolean; onClear: () => void }) {
	const t = useTranslations("webhooks");
	return isEmpty ? (
		<EmptyState icon={<Inbox />} title={t("nothingSent")} text={t("log.noneText")} />
	) : (
		<div role="status">
			<EmptyState icon={<SearchX />} title={t("log.noMatch")} text={t("log.noMatchText")}>
				<Button onClick={onClear}>{t("log.clear")}</Button>
			</EmptyState>
		</div>
	);
}

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { MousePointerClick } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress } from "#components/data-table/use-table-address.ts";
import type { Translator } from "#components/texts/translator.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import type { LinkClickSummary } from "#lib/core/crm/link-fields.ts";
import { PAGE_SIZES } from "../../../../../keys/search-params.ts";
import { type ClicksSearch, clicksSearch } from "../search-params.ts";

const CLICKS_HEADING_ID = "clicks-heading";

const column = createColumnHelper<typeof features, LinkClickSummary>();

const columnsOf = (t: Translator<"links">) =>
	column.columns([
		column.accessor("contact", {
			meta: { label: t("one.contact"), card: "title" },
			cell: ({ row: { original } }) =>
				original.contact ? (
					<bdi className="font-medium wrap-anywhere">{original.contact.name}</bdi>
				) : (
					<span className="text-ink-muted">{t("one.somebody")}</span>
				),
		}),
		column.accessor("clickedAt", {
			id: "when",
			meta: { label: t("one.when") },
			cell: ({ row }) => (
				<div className="whitespace-nowrap max-md:whitespace-normal">
					<RelativeTime value={row.original.clickedAt} />
					<div className="text-xs text-ink-muted tabular-nums">
						<ExactTime value={row.original.clickedAt} />
					</div>
				</div>
			),
		}),
		column.accessor("address", {
			meta: { label: t("one.fromAddress") },
			cell: ({ row }) => (
				<code className="font-mono text-xs wrap-anywhere">{row.original.address || t("one.unknown")}</code>
			),
		}),
		column.accessor("client", {
			meta: { label: t("one.client") },
			cell: ({ row }) => (
				<span className="line-clamp-2 text-xs wrap-anywhere text-ink-muted md:max-w-96">
					<bdi>{row.original.client || t("one.unknown")}</bdi>
				</span>
			),
		}),
	]);

type ClicksTableProps = { page: TablePage<LinkClickSummary, ClicksSearch["size"]> };

export function ClicksTable({ page }: ClicksTableProps) {
	const t = useTranslations("links");
	const { setSearch, pending } = useTableAddress(clicksSearch);
	const table = useServerTable({
		columns: columnsOf(t),
		page,
		turnTo: (next, size) => setSearch({ page: next, size }),
	});

	return (
		<>
			<h2 id={CLICKS_HEADING_ID} className="px-4 pt-4 pb-3 text-base font-semibold sm:px-5">
				{t("clicks")}
			</h2>
			{page.rows.length === 0 ? (
				<EmptyState icon={<MousePointerClick />} title={t("one.noClicks")} text={t("one.noClicksText")} />
			) : (
				<>
					<DataTable table={table} labelledBy={CLICKS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="click" />
				</>
			)}
		</>
	);
}

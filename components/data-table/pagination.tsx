"use client";

import type { ReactTable, RowData } from "@tanstack/react-table";
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Texts } from "#lib/core/texts/texts.ts";
import type { features } from "./features.ts";

type PaginationProps<Row extends RowData> = {
	table: ReactTable<typeof features, Row>;
	pageSizes: readonly number[];
	/** What is counted: the name of its text, such as "1–25 of 340 keys". */
	noun: keyof Texts["table"]["rows"];
};

export function Pagination<Row extends RowData>({ table, pageSizes, noun }: PaginationProps<Row>) {
	const t = useTranslations("table");
	const { pageIndex, pageSize } = table.state.pagination;
	const total = table.getRowCount();
	const from = total === 0 ? 0 : pageIndex * pageSize + 1;
	const to = Math.min(total, (pageIndex + 1) * pageSize);
	const isFirst = !table.getCanPreviousPage();
	const isLast = !table.getCanNextPage();

	return (
		<nav
			aria-label={t("pages")}
			className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 sm:px-5"
		>
			<p role="status" className="text-sm text-ink-muted tabular-nums">
				{t(`rows.${noun}`, { from, to, total })}
			</p>
			<div className="flex-1" />
			<FilterSelect
				label={t("pageSize")}
				prefix={t("rowsPrefix")}
				value={String(pageSize)}
				onChange={(size) => table.setPageSize(Number(size))}
				options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
				className="h-8 w-auto"
			/>
			<div className="flex gap-1">
				<PageButton label={t("firstPage")} disabled={isFirst} onClick={() => table.firstPage()}>
					<ChevronFirst aria-hidden className="size-4" />
				</PageButton>
				<PageButton label={t("previousPage")} disabled={isFirst} onClick={() => table.previousPage()}>
					<ChevronLeft aria-hidden className="size-4" />
				</PageButton>
				<PageButton label={t("nextPage")} disabled={isLast} onClick={() => table.nextPage()}>
					<ChevronRight aria-hidden className="size-4" />
				</PageButton>
				<PageButton label={t("lastPage")} disabled={isLast} onClick={() => table.lastPage()}>
					<ChevronLast aria-hidden className="size-4" />
				</PageButton>
			</div>
		</nav>
	);
}

type PageButtonProps = { label: string; disabled: boolean; onClick: () => void; children: ReactNode };

/** Stays focusable at the end of the pages, so that the focus is not thrown away by the last press. */
const PageButton = ({ label, disabled, onClick, children }: PageButtonProps) => (
	<Tooltip text={label}>
		<Button
			size="icon"
			aria-label={label}
			aria-disabled={disabled}
			onClick={disabled ? undefined : onClick}
			className="any-pointer-coarse:size-11"
		>
			{children}
		</Button>
	</Tooltip>
);

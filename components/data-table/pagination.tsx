"use client";

import type { ReactTable, RowData } from "@tanstack/react-table";
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { features } from "./features.ts";

type PaginationProps<Row extends RowData> = {
	table: ReactTable<typeof features, Row>;
	pageSizes: readonly number[];
	/** "key", for "1–25 of 340 keys". */
	noun: string;
	/** When it is not the noun with an s. */
	plural?: string;
};

export function Pagination<Row extends RowData>({
	table,
	pageSizes,
	noun,
	plural = `${noun}s`,
}: PaginationProps<Row>) {
	const { pageIndex, pageSize } = table.state.pagination;
	const total = table.getRowCount();
	const from = total === 0 ? 0 : pageIndex * pageSize + 1;
	const to = Math.min(total, (pageIndex + 1) * pageSize);
	const isFirst = !table.getCanPreviousPage();
	const isLast = !table.getCanNextPage();
	const range = `${count(from)}–${count(to)} of ${count(total)} ${total === 1 ? noun : plural}`;

	return (
		<nav
			aria-label="Pages"
			className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 sm:px-5"
		>
			<p role="status" className="text-sm text-ink-muted tabular-nums">
				{range}
			</p>
			<div className="flex-1" />
			<Select
				label="Rows on a page"
				prefix="Rows"
				value={String(pageSize)}
				onChange={(size) => table.setPageSize(Number(size))}
				options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
				className="h-8 w-auto"
			/>
			<div className="flex gap-1">
				<PageButton label="First page" disabled={isFirst} onClick={() => table.firstPage()}>
					<ChevronFirst aria-hidden className="size-4" />
				</PageButton>
				<PageButton label="Previous page" disabled={isFirst} onClick={() => table.previousPage()}>
					<ChevronLeft aria-hidden className="size-4" />
				</PageButton>
				<PageButton label="Next page" disabled={isLast} onClick={() => table.nextPage()}>
					<ChevronRight aria-hidden className="size-4" />
				</PageButton>
				<PageButton label="Last page" disabled={isLast} onClick={() => table.lastPage()}>
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

const count = (value: number) => value.toLocaleString("en");

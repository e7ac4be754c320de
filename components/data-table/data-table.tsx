"use client";

import type { Cell, Header, ReactTable, RowData } from "@tanstack/react-table";
import { useTranslations } from "use-intl/react";
import { useShortcuts } from "#components/shell/shortcuts.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { features } from "./features.ts";
import { onRowKey } from "./row-keys.ts";
import { SortHeader } from "./sort-header.tsx";

type Features = typeof features;

/** Written out because a table that is laid out as a grid stops being a table for some screen readers. */
const AS = {
	table: { role: "table" },
	rowgroup: { role: "rowgroup" },
	row: { role: "row" },
	columnheader: { role: "columnheader" },
	rowheader: { role: "rowheader" },
	cell: { role: "cell" },
} as const;

type DataTableProps<Row extends RowData> = {
	table: ReactTable<Features, Row>;
	/** The id of the element that names the table. */
	labelledBy: string;
	/** New rows are on their way. */
	pending: boolean;
	/** Rows of less height. */
	isDense?: boolean;
};

/** A table on wide screens; on phones each row becomes a card. */
export function DataTable<Row extends RowData>({
	table,
	labelledBy,
	pending,
	isDense = false,
}: DataTableProps<Row>) {
	useRowShortcuts(table);
	return (
		<section
			aria-labelledby={labelledBy}
			aria-busy={pending}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
			tabIndex={0}
			className={cn(
				"overflow-x-auto -outline-offset-2 transition-opacity duration-150 max-md:overflow-visible",
				pending && "opacity-60",
			)}
		>
			<table
				{...AS.table}
				aria-labelledby={labelledBy}
				className="w-full border-separate border-spacing-0 text-sm max-md:block"
			>
				<thead {...AS.rowgroup} className="max-md:hidden">
					{table.getHeaderGroups().map((group) => (
						<tr {...AS.row} key={group.id}>
							{group.headers.map((header) => (
								<HeaderCell key={header.id} header={header} />
							))}
						</tr>
					))}
				</thead>
				<tbody {...AS.rowgroup} className="max-md:block" onKeyDown={onRowKey}>
					{table.getRowModel().rows.map((row) => (
						<tr
							{...AS.row}
							key={row.id}
							className="group/row relative max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-3 max-md:border-b max-md:border-line max-md:p-4"
						>
							{row.getAllCells().map((cell) => (
								<BodyCell key={cell.id} cell={cell} isDense={isDense} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** Lists the keys that `onRowKey` hears, where this table has what they are for. */
function useRowShortcuts<Row extends RowData>(table: ReactTable<Features, Row>) {
	const t = useTranslations("table.keys");
	const hasChoice = table.getAllColumns().some(({ columnDef }) => columnDef.meta?.head !== undefined);
	const listed = (keys: string, label: string) => ({ keys, label, scope: "table" as const, handler: null });
	useShortcuts([
		listed("ArrowUp ArrowDown", t("rows")),
		...(hasChoice ? [listed("Space", t("select")), listed("Enter", t("open"))] : []),
	]);
}

function HeaderCell<Row extends RowData>({ header }: { header: Header<Features, Row> }) {
	const meta = header.column.columnDef.meta;
	const sorted = header.column.getIsSorted();
	return (
		<th
			{...AS.columnheader}
			scope="col"
			aria-sort={sorted === false ? undefined : sorted === "asc" ? "ascending" : "descending"}
			className={cn(
				"h-9 border-b border-line bg-sunken px-3 text-start text-xs font-medium whitespace-nowrap text-ink-muted first:ps-5 last:pe-5",
				meta?.className,
			)}
		>
			{meta?.head ? (
				<meta.head />
			) : meta?.hideLabel ? (
				<span className="sr-only">{meta.label}</span>
			) : header.column.getCanSort() ? (
				<SortHeader header={header} label={meta?.label ?? header.id} />
			) : (
				meta?.label
			)}
		</th>
	);
}

const CARD_PLACES = {
	title: "max-md:order-first max-md:col-span-2 max-md:pe-10",
	corner: "max-md:absolute max-md:top-3 max-md:end-3",
	beside: "max-md:absolute max-md:top-4 max-md:end-14",
	foot: "max-md:col-span-2",
} as const;

type BodyCellProps<Row extends RowData> = {
	cell: Cell<Features, Row>;
	isDense: boolean;
};

/**
 * Called as a function, not as a component: one that is made anew with the columns would lose its state and its focus. So
 * cells use no hooks; the components in them may.
 */
function contentOf<Row extends RowData>(cell: Cell<Features, Row>) {
	const content = cell.column.columnDef.cell;
	return typeof content === "function" ? content(cell.getContext()) : content;
}

function BodyCell<Row extends RowData>({ cell, isDense }: BodyCellProps<Row>) {
	const meta = cell.column.columnDef.meta;
	const className = cn(
		"border-b border-line px-3 py-2.5 text-start align-top font-normal first:ps-5 last:pe-5 group-hover/row:bg-sunken group-last/row:border-b-0",
		"max-md:block max-md:min-w-0 max-md:border-0 max-md:p-0 max-md:group-hover/row:bg-transparent first:max-md:ps-0 last:max-md:pe-0",
		isDense && "md:py-1",
		meta?.className,
		meta?.card && CARD_PLACES[meta.card],
	);
	const content = (
		<>
			{meta && !meta.card && (
				<span aria-hidden className="mb-0.5 block text-xs text-ink-muted md:hidden">
					{meta.label}
				</span>
			)}
			{contentOf(cell)}
		</>
	);
	return meta?.card === "title" ? (
		<th {...AS.rowheader} scope="row" className={className}>
			{content}
		</th>
	) : (
		<td {...AS.cell} className={className}>
			{content}
		</td>
	);
}

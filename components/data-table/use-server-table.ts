"use client";

import { type RowData, type SortingState, type TableOptions, useTable } from "@tanstack/react-table";
import { features } from "./features.ts";

/** One page of a list, as the database gave it. The first page is 1. */
export type TablePage<Row, Size extends number> = { rows: Row[]; total: number; page: number; size: Size };

type Order = "asc" | "desc";

type ServerTable<Row extends RowData, Sort extends string, Size extends number> = {
	columns: TableOptions<typeof features, Row>["columns"];
	page: TablePage<Row, Size>;
	/** Left out when the order of the rows is fixed. */
	sorting?: { sort: Sort; order: Order; sortBy: (sort: Sort, order: Order) => void };
	turnTo: (page: number, size: Size) => void;
};

/** A table whose rows the database sorts and cuts into pages. Another size of the pages starts over at the first. */
export function useServerTable<
	Row extends RowData & { id: string },
	Sort extends string,
	Size extends number,
>({ columns, page, sorting, turnTo }: ServerTable<Row, Sort, Size>) {
	const sorted: SortingState = sorting ? [{ id: sorting.sort, desc: sorting.order === "desc" }] : [];
	const pagination = { pageIndex: page.page - 1, pageSize: page.size };

	return useTable({
		features,
		columns,
		data: page.rows,
		rowCount: page.total,
		getRowId: (row) => row.id,
		manualSorting: true,
		manualPagination: true,
		enableSorting: sorting !== undefined,
		enableSortingRemoval: false,
		enableMultiSort: false,
		sortDescFirst: false,
		state: { sorting: sorted, pagination },
		onSortingChange(update) {
			const [next] = typeof update === "function" ? update(sorted) : update;
			if (next) sorting?.sortBy(next.id as Sort, next.desc ? "desc" : "asc");
		},
		onPaginationChange(update) {
			const next = typeof update === "function" ? update(pagination) : update;
			turnTo(next.pageSize === page.size ? next.pageIndex + 1 : 1, next.pageSize as Size);
		},
	});
}

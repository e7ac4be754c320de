"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { CircleCheck, CirclePause } from "lucide-react";
import { useId, useState } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { useServerTable } from "#components/data-table/use-server-table.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Panel } from "#components/ui/panel.tsx";

type Row = { id: string; title: string; isOn: boolean; uses: number };

const ROWS: Row[] = [
	{ id: "1", title: "Booking calendar", isOn: true, uses: 408 },
	{ id: "2", title: "A title as long as people write it when nobody stops them", isOn: true, uses: 0 },
	{ id: "3", title: "مفتاح التقويم", isOn: false, uses: 7 },
];

const column = createColumnHelper<typeof features, Row>();

const COLUMNS = column.columns([
	column.accessor("title", {
		meta: { label: "Title", card: "title" },
		cell: (cell) => <bdi>{cell.getValue()}</bdi>,
	}),
	column.accessor("isOn", {
		meta: { label: "Status" },
		cell: (cell) =>
			cell.getValue() ? (
				<Badge tone="good" icon={<CircleCheck aria-hidden />}>
					Active
				</Badge>
			) : (
				<Badge tone="plain" icon={<CirclePause aria-hidden />}>
					Inactive
				</Badge>
			),
	}),
	column.accessor("uses", {
		meta: { label: "Uses", className: "md:text-end tabular-nums" },
		enableSorting: false,
	}),
]);

export function TableSamples() {
	const headingId = useId();
	const [sorting, setSorting] = useState<{ sort: string; order: "asc" | "desc" }>({
		sort: "title",
		order: "asc",
	});
	const [page, setPage] = useState({ number: 2, size: 25 });
	const [pending, setPending] = useState(false);
	const table = useServerTable({
		columns: COLUMNS,
		page: { rows: ROWS, total: 340, page: page.number, size: page.size },
		sorting: { ...sorting, sortBy: (sort, order) => setSorting({ sort, order }) },
		turnTo: (number, size) => setPage({ number, size }),
	});
	return (
		<Panel>
			<h3 id={headingId} className="flex justify-between px-5 py-3 text-sm font-medium">
				Keys
			</h3>
			<div className="px-5 pb-3">
				<Checkbox checked={pending} onChange={setPending} label="New rows are on their way" />
			</div>
			<DataTable table={table} labelledBy={headingId} pending={pending} />
			<Pagination table={table} pageSizes={[25, 50]} noun="key" />
		</Panel>
	);
}

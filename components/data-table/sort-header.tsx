"use client";

import type { Header, RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";
import type { features } from "./features.ts";

type SortHeaderProps<Row extends RowData> = { header: Header<typeof features, Row>; label: string };

export function SortHeader<Row extends RowData>({ header, label }: SortHeaderProps<Row>) {
	const sorted = header.column.getIsSorted();
	const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
	return (
		<button
			type="button"
			onClick={header.column.getToggleSortingHandler()}
			className={cn(
				"-mx-1.5 inline-flex h-7 items-center gap-1 rounded px-1.5 hover:bg-hover hover:text-ink",
				sorted && "text-ink",
			)}
		>
			{label}
			<Icon aria-hidden className={cn("size-3.5", !sorted && "text-ink-faint")} />
		</button>
	);
}

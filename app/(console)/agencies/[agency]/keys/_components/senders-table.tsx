"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { OlderSecret } from "#lib/services/keys/describe.ts";

export const SENDERS_HEADING_ID = "older-secret-heading";

type Sender = OlderSecret["senders"][number];

const column = createColumnHelper<typeof features, Sender>();

const columns = column.columns([
	column.accessor("address", {
		meta: { label: "Address", card: "title", className: "md:min-w-36" },
		cell: ({ row: { original } }) => (
			<code className="font-mono text-xs wrap-anywhere">{original.address || "Unknown"}</code>
		),
	}),
	column.accessor("client", {
		meta: { label: "Latest client" },
		cell: ({ row: { original } }) =>
			original.client === "" ? (
				<span className="text-ink-muted">Unknown</span>
			) : (
				<bdi className="wrap-anywhere">{original.client}</bdi>
			),
	}),
	column.accessor("lastUsedAt", {
		meta: { label: "Last time", className: "md:whitespace-nowrap" },
		cell: ({ row: { original } }) => <RelativeTime value={original.lastUsedAt} />,
	}),
	column.accessor("uses", {
		meta: { label: "Requests" },
		cell: ({ row: { original } }) => (
			<span className="tabular-nums">{original.uses.toLocaleString("en")}</span>
		),
	}),
]);

/** Who still sends a secret that was rotated away, the last one first. */
export function SendersTable({ senders }: { senders: Sender[] }) {
	const table = useTable({
		features,
		columns,
		data: senders,
		getRowId: (sender) => sender.id,
		enableSorting: false,
		manualPagination: true,
	});
	return (
		<div className="overflow-hidden rounded-lg border border-line">
			<DataTable table={table} labelledBy={SENDERS_HEADING_ID} pending={false} />
		</div>
	);
}

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import type { features } from "#components/data-table/features.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { TrashedKey } from "#lib/core/keys/trash.ts";
import { RestoreButton } from "./restore-button.tsx";

const column = createColumnHelper<typeof features, TrashedKey>();

const title = column.accessor("title", {
	enableSorting: false,
	meta: { label: "Title", card: "title", className: "md:w-[26%]" },
	cell: ({ row }) => <Name className="font-medium text-ink md:min-w-44">{row.original.title}</Name>,
});

const location = column.accessor("locationName", {
	enableSorting: false,
	meta: { label: "Location" },
	cell: ({ row }) => <Name className="md:max-w-48 md:min-w-24">{row.original.locationName}</Name>,
});

const facts = column.columns([
	column.accessor("masked", {
		enableSorting: false,
		meta: { label: "Key" },
		cell: ({ row }) => (
			<code className="font-mono text-xs whitespace-nowrap text-ink-muted">{row.original.masked}</code>
		),
	}),
	column.accessor("deletedAt", {
		id: "deleted",
		sortDescFirst: true,
		meta: { label: "Deleted" },
		cell: ({ row }) => (
			<span className="whitespace-nowrap">
				<RelativeTime value={row.original.deletedAt} />
			</span>
		),
	}),
	column.accessor("deletedBecause", {
		enableSorting: false,
		meta: { label: "Why", className: "md:min-w-36" },
		cell: ({ row }) => <Why trashedKey={row.original} />,
	}),
	column.accessor("restorableUntil", {
		enableSorting: false,
		meta: { label: "Goes for good" },
		cell: ({ row }) => (
			<span className="whitespace-nowrap">
				<RelativeTime value={row.original.restorableUntil} />
			</span>
		),
	}),
	column.display({
		id: "restore",
		meta: {
			label: "Restore",
			hideLabel: true,
			card: "foot",
			className:
				"md:sticky md:right-0 md:w-40 md:bg-surface md:text-end md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <RestoreButton trashedKey={row.original} />,
	}),
]);

const withoutLocation = column.columns([title, ...facts]);
const withLocation = column.columns([title, location, ...facts]);

export const trashColumns = (showsLocation: boolean) => (showsLocation ? withLocation : withoutLocation);

function Why({ trashedKey: { deletedBecause, deletedByName, idleDays } }: { trashedKey: TrashedKey }) {
	if (deletedBecause === "INACTIVITY") return `Unused for ${idleDays} ${idleDays === 1 ? "day" : "days"}`;
	return (
		<span className="wrap-anywhere">
			Deleted by {deletedByName === null ? "somebody" : <bdi>{deletedByName}</bdi>}
		</span>
	);
}

const Name = ({ children, className }: { children: string | null; className: string }) => (
	<bdi className={`block wrap-anywhere ${className}`}>{children}</bdi>
);

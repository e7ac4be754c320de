"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import type { ColumnMeta, features } from "#components/data-table/features.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { TrashedKey } from "#lib/core/keys/trash.ts";
import { RestoreButton } from "./restore-button.tsx";

const column = createColumnHelper<typeof features, TrashedKey>();

const title = column.accessor("title", {
	enableSorting: false,
	meta: { label: "", card: "title", className: "md:w-[26%]" },
	cell: ({ row }) => <Name className="font-medium text-ink md:min-w-44">{row.original.title}</Name>,
});

const location = column.accessor("locationName", {
	enableSorting: false,
	meta: { label: "" },
	cell: ({ row }) => <Name className="md:max-w-48 md:min-w-24">{row.original.locationName}</Name>,
});

const key = column.accessor("masked", {
	enableSorting: false,
	meta: { label: "" },
	cell: ({ row }) => (
		<code className="font-mono text-xs whitespace-nowrap text-ink-muted">{row.original.masked}</code>
	),
});

const deleted = column.accessor("deletedAt", {
	id: "deleted",
	sortDescFirst: true,
	meta: { label: "" },
	cell: ({ row }) => (
		<span className="whitespace-nowrap">
			<RelativeTime value={row.original.deletedAt} />
		</span>
	),
});

const why = column.accessor("deletedBecause", {
	enableSorting: false,
	meta: { label: "", className: "md:min-w-36" },
	cell: ({ row }) => <Why trashedKey={row.original} />,
});

const goes = column.accessor("restorableUntil", {
	enableSorting: false,
	meta: { label: "" },
	cell: ({ row }) => (
		<span className="whitespace-nowrap">
			<RelativeTime value={row.original.restorableUntil} />
		</span>
	),
});

const restore = column.display({
	id: "restore",
	meta: {
		label: "",
		hideLabel: true,
		card: "foot",
		className:
			"md:sticky md:end-0 md:w-40 md:bg-surface md:text-end md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
	},
	cell: ({ row }) => <RestoreButton trashedKey={row.original} />,
});

/** The columns by the names of their language. */
export function useTrashColumns(showsLocation: boolean) {
	const t = useTranslations("trash.columns");
	return useMemo(
		() =>
			column.columns([
				named(title, t("title")),
				...(showsLocation ? [named(location, t("location"))] : []),
				named(key, t("key")),
				named(deleted, t("deleted")),
				named(why, t("why")),
				named(goes, t("goes")),
				named(restore, t("restore")),
			]),
		[t, showsLocation],
	);
}

const named = <Column extends { meta?: ColumnMeta }>(one: Column, label: string) => ({
	...one,
	meta: { ...one.meta, label },
});

function Why({ trashedKey: { deletedBecause, deletedByName, idleDays } }: { trashedKey: TrashedKey }) {
	const t = useTranslations("trash");
	if (deletedBecause === "INACTIVITY") return t("unused", { days: idleDays ?? 0 });
	return (
		<span className="wrap-anywhere">
			{deletedByName === null
				? t("deletedBySomebody")
				: t.rich("deletedBy", { ...MARKS, name: deletedByName })}
		</span>
	);
}

const Name = ({ children, className }: { children: string | null; className: string }) => (
	<bdi className={`block wrap-anywhere ${className}`}>{children}</bdi>
);

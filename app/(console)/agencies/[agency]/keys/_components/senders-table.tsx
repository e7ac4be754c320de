"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { OlderSecret } from "#lib/services/keys/describe.ts";

export const SENDERS_HEADING_ID = "older-secret-heading";

type Sender = OlderSecret["senders"][number];

const column = createColumnHelper<typeof features, Sender>();

/** Who still sends a secret that was rotated away, the last one first. */
export function SendersTable({ senders }: { senders: Sender[] }) {
	const t = useTranslations("keyParts.secret");
	const language = useLocale();
	const columns = useMemo(() => senderColumns(t, new Intl.NumberFormat(language)), [t, language]);
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

type Words = ReturnType<typeof useTranslations<"keyParts.secret">>;

const senderColumns = (t: Words, number: Intl.NumberFormat) =>
	column.columns([
		column.accessor("address", {
			meta: { label: t("columns.address"), card: "title", className: "md:min-w-36" },
			cell: ({ row: { original } }) => (
				<code className="font-mono text-xs wrap-anywhere">{original.address || t("unknown")}</code>
			),
		}),
		column.accessor("client", {
			meta: { label: t("columns.client") },
			cell: ({ row: { original } }) =>
				original.client === "" ? (
					<span className="text-ink-muted">{t("unknown")}</span>
				) : (
					<bdi className="wrap-anywhere">{original.client}</bdi>
				),
		}),
		column.accessor("lastUsedAt", {
			meta: { label: t("columns.last"), className: "md:whitespace-nowrap" },
			cell: ({ row: { original } }) => <RelativeTime value={original.lastUsedAt} />,
		}),
		column.accessor("uses", {
			meta: { label: t("columns.requests") },
			cell: ({ row: { original } }) => <span className="tabular-nums">{number.format(original.uses)}</span>,
		}),
	]);

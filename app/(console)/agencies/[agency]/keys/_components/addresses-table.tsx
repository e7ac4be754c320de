"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { Sparkle } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

export const ADDRESSES_HEADING_ID = "key-addresses";

type Address = { address: string; firstSeenAt: string; lastSeenAt: string; isNew: boolean };

const column = createColumnHelper<typeof features, Address>();

/** The addresses that a key was used from, with what is new among them. */
export function AddressesTable({ addresses }: { addresses: Address[] }) {
	const t = useTranslations("keyParts.addresses");
	const columns = useMemo(
		() =>
			column.columns([
				column.accessor("address", {
					meta: { label: t("address"), card: "title", className: "md:min-w-40" },
					cell: ({ row: { original } }) => (
						<span className="flex flex-wrap items-center gap-2">
							<code className="font-mono text-xs wrap-anywhere">{original.address}</code>
							{original.isNew && (
								<span title={t("newHint")}>
									<Badge tone="warn" icon={<Sparkle aria-hidden />}>
										{t("new")}
									</Badge>
								</span>
							)}
						</span>
					),
				}),
				column.accessor("firstSeenAt", {
					meta: { label: t("first"), className: "md:whitespace-nowrap" },
					cell: ({ row: { original } }) => <RelativeTime value={original.firstSeenAt} />,
				}),
				column.accessor("lastSeenAt", {
					meta: { label: t("seen"), className: "md:whitespace-nowrap" },
					cell: ({ row: { original } }) => <RelativeTime value={original.lastSeenAt} />,
				}),
			]),
		[t],
	);
	const table = useTable({
		features,
		columns,
		data: addresses,
		getRowId: (one) => one.address,
		enableSorting: false,
		manualPagination: true,
	});
	return (
		<div className="overflow-hidden rounded-lg border border-line">
			<DataTable table={table} labelledBy={ADDRESSES_HEADING_ID} pending={false} />
		</div>
	);
}

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import { SelectCell, SelectHead } from "#components/data-table/selection.tsx";
import { keyHref } from "#components/shell/place-href.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FoundKey } from "#lib/core/keys/found-key.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import type { KeyPlace } from "../../actions.ts";
import { WhyFound } from "./why-found.tsx";

type T = ReturnType<typeof useTranslations<"health">>;

const column = createColumnHelper<typeof features, FoundKey>();

/** Findings that only another secret helps against. */
const ROTATED: readonly Finding[] = ["olderSecret", "oldSecret", "manyAddresses"];

export function findingColumns(t: T, finding: Finding, place: KeyPlace, mayFix: boolean) {
	const select = column.display({
		id: "select",
		meta: { label: t("columns.select"), head: SelectHead, card: "corner", className: "md:w-8" },
		cell: ({ row }) => <SelectCell id={row.original.id} name={row.original.title} />,
	});
	const facts = [
		column.accessor("title", {
			meta: { label: t("columns.key"), card: "title", className: "md:w-[34%]" },
			cell: ({ row }) => <KeyCell t={t} found={row.original} place={place} />,
		}),
		column.display({
			id: "why",
			meta: { label: t("columns.why"), card: "foot" },
			cell: ({ row }) => (
				<div className="md:min-w-52">
					<WhyFound finding={finding} found={row.original} />
					{mayFix && ROTATED.includes(finding) && (
						<Link
							href={keyHref(place, row.original.id)}
							className="mt-1 flex w-fit items-center gap-1 text-xs text-accent-ink underline-offset-2 hover:underline"
						>
							{t("selection.openKey")}
							<ArrowUpRight aria-hidden className="size-3.5 rtl:-rotate-90" />
						</Link>
					)}
				</div>
			),
		}),
		column.accessor("lastUsedAt", {
			meta: { label: t("columns.lastUsed") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.lastUsedAt} empty={t("never")} />
				</span>
			),
		}),
		column.accessor("createdAt", {
			meta: { label: t("columns.created") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.createdAt} />
				</span>
			),
		}),
	];
	return column.columns(mayFix ? [select, ...facts] : facts);
}

const KeyCell = ({ t, found, place }: { t: T; found: FoundKey; place: KeyPlace }) => (
	<>
		<Link
			href={keyHref(place, found.id)}
			className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
		>
			<bdi>{found.title}</bdi>
		</Link>
		<span className="mt-0.5 block text-xs text-ink-muted">
			{found.location ? <bdi className="wrap-anywhere">{found.location.name}</bdi> : t("agencyKey")}
		</span>
	</>
);

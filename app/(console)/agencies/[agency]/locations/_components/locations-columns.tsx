"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { CircleCheck, CirclePause } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import { locationHref } from "#components/shell/place-href.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { LocationStatus, LocationSummary } from "#lib/core/places/location.ts";
import { LocationMenu } from "./location-menu.tsx";

const column = createColumnHelper<typeof features, LocationSummary>();

type T = ReturnType<typeof useTranslations<"locations">>;

const name = (t: T, agency: string) =>
	column.accessor("name", {
		meta: { label: t("name"), card: "title", className: "md:w-[40%]" },
		cell: ({ row: { original } }) => (
			<div className="min-w-0 md:min-w-44">
				<Link
					href={locationHref({ slug: agency }, original)}
					className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
				>
					<bdi>{original.name}</bdi>
				</Link>
				<div className="mt-0.5 font-mono text-xs wrap-anywhere text-ink-muted">{original.slug}</div>
			</div>
		),
	});

const facts = (t: T) =>
	column.columns([
		column.accessor("status", {
			meta: { label: t("status") },
			cell: ({ row }) => <Status status={row.original.status} />,
		}),
		column.accessor("keys", {
			sortDescFirst: true,
			meta: { label: t("keys") },
			cell: ({ row }) => <Count>{row.original.keys}</Count>,
		}),
		column.accessor("people", {
			sortDescFirst: true,
			meta: { label: t("people") },
			cell: ({ row }) => <Count>{row.original.people}</Count>,
		}),
		column.accessor("createdAt", {
			id: "created",
			sortDescFirst: true,
			meta: { label: t("created") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.createdAt} />
				</span>
			),
		}),
	]);

const menu = (t: T, agency: string) =>
	column.display({
		id: "menu",
		meta: {
			label: t("actions"),
			hideLabel: true,
			card: "corner",
			className:
				"md:sticky md:end-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <LocationMenu agency={agency} location={row.original} />,
	});

export const locationsColumns = (t: T, agency: string, mayChange: boolean) =>
	mayChange
		? column.columns([name(t, agency), ...facts(t), menu(t, agency)])
		: column.columns([name(t, agency), ...facts(t)]);

function Status({ status }: { status: LocationStatus }) {
	const t = useTranslations("locations");
	return status === "Open" ? (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			{t("open")}
		</Badge>
	) : (
		<Badge tone="warn" icon={<CirclePause aria-hidden />}>
			{t("suspended")}
		</Badge>
	);
}

const Count = ({ children }: { children: number }) => (
	<span className="tabular-nums">{children.toLocaleString(useLocale())}</span>
);

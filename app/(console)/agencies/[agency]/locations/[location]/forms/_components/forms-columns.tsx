"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { CircleCheck, CirclePause } from "lucide-react";
import Link from "next/link";
import type { features } from "#components/data-table/features.ts";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FormSummary } from "#lib/core/crm/form-fields.ts";
import type { FormsPlace } from "../actions.ts";
import { FormMenu } from "./form-menu.tsx";
import { formsHref } from "./places.ts";

const column = createColumnHelper<typeof features, FormSummary>();

const name = (place: FormsPlace) =>
	column.accessor("name", {
		meta: { label: "Name", card: "title", className: "md:w-[40%]" },
		cell: ({ row: { original } }) => (
			<Link
				href={`${formsHref(place)}/${original.id}`}
				className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
			>
				<bdi>{original.name}</bdi>
			</Link>
		),
	});

const facts = column.columns([
	column.accessor("enabled", {
		id: "status",
		meta: { label: "Status" },
		cell: ({ row }) => <FormStatus enabled={row.original.enabled} />,
	}),
	column.accessor("submissions", {
		meta: { label: "Submissions" },
		cell: ({ row }) => <span className="tabular-nums">{row.original.submissions.toLocaleString("en")}</span>,
	}),
	column.accessor("lastSubmissionAt", {
		id: "last",
		meta: { label: "Last submission" },
		cell: ({ row }) => (
			<span className="whitespace-nowrap">
				<RelativeTime value={row.original.lastSubmissionAt} />
			</span>
		),
	}),
]);

const menu = (place: FormsPlace) =>
	column.display({
		id: "menu",
		meta: {
			label: "Actions",
			hideLabel: true,
			card: "corner",
			className:
				"md:sticky md:right-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <FormMenu place={place} form={row.original} className="md:-my-1" />,
	});

export const formsColumns = (place: FormsPlace, mayChange: boolean) =>
	mayChange ? column.columns([name(place), ...facts, menu(place)]) : column.columns([name(place), ...facts]);

export const FormStatus = ({ enabled }: { enabled: boolean }) =>
	enabled ? (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			Open
		</Badge>
	) : (
		<Badge tone="plain" icon={<CirclePause aria-hidden />}>
			Closed
		</Badge>
	);

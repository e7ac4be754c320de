"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { CircleCheck, CirclePause } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import type { Translator } from "#components/texts/translator.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Count } from "#components/ui/count.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FormSummary } from "#lib/core/crm/form-fields.ts";
import type { FormsPlace } from "../actions.ts";
import { FormMenu } from "./form-menu.tsx";
import { formsHref } from "./places.ts";

const column = createColumnHelper<typeof features, FormSummary>();

const name = (place: FormsPlace, label: string) =>
	column.accessor("name", {
		meta: { label, card: "title", className: "md:w-[40%]" },
		cell: ({ row: { original } }) => (
			<Link
				href={`${formsHref(place)}/${original.id}`}
				className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
			>
				<bdi>{original.name}</bdi>
			</Link>
		),
	});

const facts = (t: Translator<"forms">) =>
	column.columns([
		column.accessor("enabled", {
			id: "status",
			meta: { label: t("status") },
			cell: ({ row }) => <FormStatus enabled={row.original.enabled} />,
		}),
		column.accessor("submissions", {
			meta: { label: t("submissions") },
			cell: ({ row }) => <Count value={row.original.submissions} />,
		}),
		column.accessor("lastSubmissionAt", {
			id: "last",
			meta: { label: t("lastSubmission") },
			cell: ({ row }) => (
				<span className="whitespace-nowrap">
					<RelativeTime value={row.original.lastSubmissionAt} />
				</span>
			),
		}),
	]);

const menu = (place: FormsPlace, label: string) =>
	column.display({
		id: "menu",
		meta: {
			label,
			hideLabel: true,
			card: "corner",
			className:
				"md:sticky md:end-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <FormMenu place={place} form={row.original} className="md:-my-1" />,
	});

export function useFormsColumns(place: FormsPlace, mayChange: boolean) {
	const t = useTranslations("forms");
	const ui = useTranslations("ui");
	const all = [name(place, t("name")), ...facts(t)];
	return mayChange ? column.columns([...all, menu(place, ui("actions"))]) : column.columns(all);
}

export function FormStatus({ enabled }: { enabled: boolean }) {
	const t = useTranslations("forms");
	return enabled ? (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			{t("open")}
		</Badge>
	) : (
		<Badge tone="plain" icon={<CirclePause aria-hidden />}>
			{t("closed")}
		</Badge>
	);
}

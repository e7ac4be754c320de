"use client";

import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { WEBHOOK_EVENTS } from "#lib/core/webhook-events.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { webhooksHref } from "./webhook-actions.tsx";
import { WebhookMenu } from "./webhook-menu.tsx";
import { DeliveryStatus, WebhookStatus } from "./webhook-status.tsx";

const column = createColumnHelper<typeof features, WebhookSummary>();

type T = ReturnType<typeof useTranslations<"webhooks">>;

const url = (t: T, agency: string) =>
	column.accessor("url", {
		meta: { label: t("url"), card: "title", className: "md:w-[42%]" },
		cell: ({ row: { original } }) => (
			<div className="min-w-0 md:min-w-44">
				<Link
					href={`${webhooksHref(agency)}/${original.id}`}
					className="line-clamp-2 font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
				>
					<bdi>{original.url}</bdi>
				</Link>
				{original.description && (
					<div className="mt-0.5 text-xs wrap-anywhere text-ink-muted">
						<bdi>{original.description}</bdi>
					</div>
				)}
			</div>
		),
	});

const facts = (t: T) =>
	column.columns([
		column.accessor("enabled", {
			id: "status",
			meta: { label: t("status") },
			cell: ({ row }) => <WebhookStatus webhook={row.original} />,
		}),
		column.accessor("events", {
			meta: { label: t("events") },
			cell: ({ row }) => <EventsCell events={row.original.events} />,
		}),
		column.accessor("lastDelivery", {
			id: "last",
			meta: { label: t("lastDelivery") },
			cell: ({ row: { original } }) =>
				original.lastDelivery ? (
					<div className="flex flex-wrap items-center gap-x-2 gap-y-1 whitespace-nowrap">
						<DeliveryStatus state={original.lastDelivery.state} />
						<span className="text-ink-muted">
							<RelativeTime value={original.lastDelivery.at} />
						</span>
					</div>
				) : (
					<span className="text-ink-muted">{t("nothingSent")}</span>
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
		cell: ({ row }) => <WebhookMenu agency={agency} webhook={row.original} className="md:-my-1" />,
	});

export const webhooksColumns = (t: T, agency: string, mayChange: boolean) =>
	mayChange
		? column.columns([url(t, agency), ...facts(t), menu(t, agency)])
		: column.columns([url(t, agency), ...facts(t)]);

function EventsCell({ events }: Pick<WebhookSummary, "events">) {
	const t = useTranslations("webhooks");
	if (events.length === WEBHOOK_EVENTS.length) return t("allEvents");
	if (events.length === 1) return <code className="font-mono text-xs leading-5 wrap-anywhere">{events}</code>;
	return (
		<span className="whitespace-nowrap">
			{t("someEvents", { count: events.length, all: WEBHOOK_EVENTS.length })}
		</span>
	);
}

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import type { features } from "#components/data-table/features.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { WEBHOOK_EVENTS } from "#lib/core/webhook-events.ts";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { webhooksHref } from "./webhook-actions.tsx";
import { WebhookMenu } from "./webhook-menu.tsx";
import { DeliveryStatus, WebhookStatus } from "./webhook-status.tsx";

const column = createColumnHelper<typeof features, WebhookSummary>();

const url = (agency: string) =>
	column.accessor("url", {
		meta: { label: "URL", card: "title", className: "md:w-[42%]" },
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

const facts = column.columns([
	column.accessor("enabled", {
		id: "status",
		meta: { label: "Status" },
		cell: ({ row }) => <WebhookStatus webhook={row.original} />,
	}),
	column.accessor("events", {
		meta: { label: "Events" },
		cell: ({ row }) => <EventsCell events={row.original.events} />,
	}),
	column.accessor("lastDelivery", {
		id: "last",
		meta: { label: "Last delivery" },
		cell: ({ row: { original } }) =>
			original.lastDelivery ? (
				<div className="flex flex-wrap items-center gap-x-2 gap-y-1 whitespace-nowrap">
					<DeliveryStatus state={original.lastDelivery.state} />
					<span className="text-ink-muted">
						<RelativeTime value={original.lastDelivery.at} />
					</span>
				</div>
			) : (
				<span className="text-ink-muted">Nothing sent yet</span>
			),
	}),
]);

const menu = (agency: string) =>
	column.display({
		id: "menu",
		meta: {
			label: "Actions",
			hideLabel: true,
			card: "corner",
			className:
				"md:sticky md:right-0 md:w-14 md:bg-surface md:group-hover/row:bg-sunken md:[thead_&]:bg-sunken",
		},
		cell: ({ row }) => <WebhookMenu agency={agency} webhook={row.original} className="md:-my-1" />,
	});

export const webhooksColumns = (agency: string, mayChange: boolean) =>
	mayChange ? column.columns([url(agency), ...facts, menu(agency)]) : column.columns([url(agency), ...facts]);

function EventsCell({ events }: Pick<WebhookSummary, "events">) {
	if (events.length === WEBHOOK_EVENTS.length) return <>All events</>;
	if (events.length === 1) return <code className="font-mono text-xs leading-5 wrap-anywhere">{events}</code>;
	return (
		<span className="whitespace-nowrap">
			{events.length} of {WEBHOOK_EVENTS.length} events
		</span>
	);
}

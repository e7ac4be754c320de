"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ChevronRight } from "lucide-react";
import type { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import { type DeliverySummary, eventWords } from "#lib/core/webhooks.ts";
import { DeliveryStatus } from "../../_components/webhook-status.tsx";
import { outcomeText } from "./outcome-text.ts";

const column = createColumnHelper<typeof features, DeliverySummary>();

const facts = column.columns([
	column.accessor("type", {
		meta: { label: "Event", card: "title" },
		cell: ({ row: { original } }) => (
			<div className="min-w-0 md:min-w-48">
				<span className="block font-medium">{eventWords(original.type)}</span>
				<span className="flex flex-wrap gap-x-2 text-xs text-ink-muted">
					<code className="font-mono">{original.type}</code>
					{original.subjectName !== null && <bdi className="wrap-anywhere">{original.subjectName}</bdi>}
				</span>
			</div>
		),
	}),
	column.accessor("state", {
		meta: { label: "State" },
		cell: ({ row }) => <DeliveryStatus state={row.original.state} />,
	}),
	column.accessor("lastAttempt", {
		id: "last",
		meta: { label: "Last answer" },
		cell: ({ row: { original } }) =>
			original.lastAttempt ? (
				<span className="wrap-anywhere md:block md:max-w-64 md:min-w-28">
					{outcomeText(original.lastAttempt)}
				</span>
			) : (
				<span className="text-ink-muted">Not tried yet</span>
			),
	}),
	column.accessor("attempts", {
		meta: { label: "Attempts" },
		cell: ({ row: { original } }) => (
			<div>
				<span className="tabular-nums">{original.attempts}</span>
				{original.nextAt !== null && (
					<div className="text-xs whitespace-nowrap text-ink-muted">
						next <RelativeTime value={original.nextAt} />
					</div>
				)}
			</div>
		),
	}),
	column.accessor("createdAt", {
		id: "when",
		meta: { label: "When" },
		cell: ({ row }) => (
			<div className="whitespace-nowrap max-md:whitespace-normal">
				<RelativeTime value={row.original.createdAt} />
				<div className="text-xs text-ink-muted tabular-nums">
					<ExactTime value={row.original.createdAt} />
				</div>
			</div>
		),
	}),
]);

const detail = (show: (id: string) => void) =>
	column.display({
		id: "detail",
		meta: { label: "Details", hideLabel: true, card: "corner", className: "md:w-14" },
		cell: ({ row: { original } }) => (
			<Button
				look="quiet"
				size="icon"
				aria-label={`Details of ${original.type}, ${original.eventId}`}
				onClick={() => show(original.id)}
				className="any-pointer-coarse:size-10 md:-my-1"
			>
				<ChevronRight aria-hidden className="size-4" />
			</Button>
		),
	});

export const logColumns = (show: (id: string) => void) => column.columns([...facts, detail(show)]);

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import type { DeliverySummary } from "#lib/core/webhooks.ts";
import { eventWords } from "../../_components/event-words.ts";
import { DeliveryStatus } from "../../_components/webhook-status.tsx";
import { useOutcomeText } from "./use-outcome-text.ts";

const column = createColumnHelper<typeof features, DeliverySummary>();

type T = ReturnType<typeof useTranslations<"webhooks.log">>;

const facts = (t: T) =>
	column.columns([
		column.accessor("type", {
			meta: { label: t("event"), card: "title" },
			cell: ({ row: { original } }) => (
				<div className="min-w-0 md:min-w-48">
					<EventName type={original.type} />
					<span className="flex flex-wrap gap-x-2 text-xs text-ink-muted">
						<code className="font-mono">{original.type}</code>
						{original.subjectName !== null && <bdi className="wrap-anywhere">{original.subjectName}</bdi>}
					</span>
				</div>
			),
		}),
		column.accessor("state", {
			meta: { label: t("state") },
			cell: ({ row }) => <DeliveryStatus state={row.original.state} />,
		}),
		column.accessor("lastAttempt", {
			id: "last",
			meta: { label: t("lastAnswer") },
			cell: ({ row }) => <LastAnswer delivery={row.original} />,
		}),
		column.accessor("attempts", {
			meta: { label: t("attempts") },
			cell: ({ row: { original } }) => (
				<div>
					<span className="tabular-nums">{original.attempts}</span>
					{original.nextAt !== null && (
						<div className="text-xs whitespace-nowrap text-ink-muted">
							{t.rich("next", { when: () => <RelativeTime value={original.nextAt} /> })}
						</div>
					)}
				</div>
			),
		}),
		column.accessor("createdAt", {
			id: "when",
			meta: { label: t("when") },
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

const detail = (t: T, show: (id: string) => void) =>
	column.display({
		id: "detail",
		meta: { label: t("details"), hideLabel: true, card: "corner", className: "md:w-14" },
		cell: ({ row: { original } }) => (
			<Button
				look="quiet"
				size="icon"
				aria-label={t("detailsOf", { event: `${original.type}, ${original.eventId}` })}
				onClick={() => show(original.id)}
				className="any-pointer-coarse:size-10 md:-my-1"
			>
				<ChevronRight aria-hidden className="size-4" />
			</Button>
		),
	});

export const logColumns = (t: T, show: (id: string) => void) =>
	column.columns([...facts(t), detail(t, show)]);

function EventName({ type }: { type: string }) {
	const t = useTranslations("webhooks");
	return <span className="block font-medium">{eventWords(t, type)}</span>;
}

function LastAnswer({ delivery: { lastAttempt } }: { delivery: DeliverySummary }) {
	const t = useTranslations("webhooks.log");
	const outcomeText = useOutcomeText();
	return lastAttempt ? (
		<span className="wrap-anywhere md:block md:max-w-64 md:min-w-28">{outcomeText(lastAttempt)}</span>
	) : (
		<span className="text-ink-muted">{t("notTried")}</span>
	);
}

"use client";

import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import type { features } from "#components/data-table/features.ts";
import { Count } from "#components/ui/count.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { WorkflowSummary } from "#lib/core/crm/workflows.ts";
import type { WorkflowPlace } from "../actions.ts";
import { workflowsHref } from "./place.ts";
import { WorkflowStatusBadge } from "./workflow-status.tsx";
import { type Nameable, triggerText } from "./workflow-words.ts";

const column = createColumnHelper<typeof features, WorkflowSummary>();

export function useWorkflowsColumns(place: WorkflowPlace, nameable: Nameable) {
	const t = useTranslations("workflows");
	return column.columns([
		column.accessor("name", {
			meta: { label: t("name"), card: "title", className: "md:w-[30%]" },
			cell: ({ row: { original } }) => (
				<Link
					href={`${workflowsHref(place)}/${original.id}`}
					className="line-clamp-2 font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
				>
					<bdi>{original.name}</bdi>
				</Link>
			),
		}),
		column.accessor("status", {
			meta: { label: t("status") },
			cell: ({ row }) => <WorkflowStatusBadge status={row.original.status} />,
		}),
		column.accessor("trigger", {
			meta: { label: t("startsWhen") },
			cell: ({ row }) => (
				<bdi className="wrap-anywhere">{triggerText(row.original.trigger, nameable, t)}</bdi>
			),
		}),
		column.accessor("stepCount", { meta: { label: t("steps") }, cell: ({ row }) => row.original.stepCount }),
		column.accessor("runs", {
			meta: { label: t("runs") },
			cell: ({ row }) => <RunsCell {...row.original} />,
		}),
		column.accessor("lastRunAt", {
			meta: { label: t("lastRun") },
			cell: ({ row }) => <RelativeTime value={row.original.lastRunAt} />,
		}),
	]);
}

function RunsCell({ runs }: Pick<WorkflowSummary, "runs">) {
	const t = useTranslations("workflows");
	return (
		<span className="whitespace-nowrap">
			<Count value={runs.total} />
			{runs.running > 0 && <span className="text-ink-muted">, {t("underWay", { count: runs.running })}</span>}
			{runs.failed > 0 && <span className="text-bad">, {t("failed", { count: runs.failed })}</span>}
		</span>
	);
}

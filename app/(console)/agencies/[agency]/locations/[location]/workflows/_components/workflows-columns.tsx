"use client";

import { createColumnHelper } from "@tanstack/react-table";
import Link from "next/link";
import type { features } from "#components/data-table/features.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { WorkflowSummary } from "#lib/core/crm/workflows.ts";
import type { WorkflowPlace } from "../actions.ts";
import { workflowsHref } from "./place.ts";
import { WorkflowStatusBadge } from "./workflow-status.tsx";
import { type Nameable, triggerText } from "./workflow-words.ts";

const column = createColumnHelper<typeof features, WorkflowSummary>();

export const workflowsColumns = (place: WorkflowPlace, nameable: Nameable) =>
	column.columns([
		column.accessor("name", {
			meta: { label: "Name", card: "title", className: "md:w-[30%]" },
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
			meta: { label: "Status" },
			cell: ({ row }) => <WorkflowStatusBadge status={row.original.status} />,
		}),
		column.accessor("trigger", {
			meta: { label: "Starts when" },
			cell: ({ row }) => <bdi className="wrap-anywhere">{triggerText(row.original.trigger, nameable)}</bdi>,
		}),
		column.accessor("stepCount", { meta: { label: "Steps" }, cell: ({ row }) => row.original.stepCount }),
		column.accessor("runs", { meta: { label: "Runs" }, cell: ({ row }) => <RunsCell {...row.original} /> }),
		column.accessor("lastRunAt", {
			meta: { label: "Last run" },
			cell: ({ row: { original } }) =>
				original.lastRunAt ? (
					<RelativeTime value={original.lastRunAt} />
				) : (
					<span className="text-ink-muted">Never</span>
				),
		}),
	]);

const RunsCell = ({ runs }: Pick<WorkflowSummary, "runs">) => (
	<span className="whitespace-nowrap">
		{runs.total.toLocaleString("en")}
		{runs.running > 0 && (
			<span className="text-ink-muted">, {runs.running.toLocaleString("en")} under way</span>
		)}
		{runs.failed > 0 && <span className="text-bad">, {runs.failed.toLocaleString("en")} failed</span>}
	</span>
);

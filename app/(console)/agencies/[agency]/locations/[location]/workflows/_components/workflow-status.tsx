"use client";

import { CircleCheck, CircleDashed, CircleStop, CircleX, Clock, SkipForward } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { RunState, WorkflowStatus } from "#lib/core/crm/workflow-states.ts";
import type { StepOutcome } from "#lib/core/crm/workflows.ts";

type Look = { tone: Tone; icon: ReactNode };

export function WorkflowStatusBadge({ status }: { status: WorkflowStatus }) {
	const t = useTranslations("workflows.statuses");
	return status === "PUBLISHED" ? (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			{t(status)}
		</Badge>
	) : (
		<Badge tone="plain" icon={<CircleDashed aria-hidden />}>
			{t(status)}
		</Badge>
	);
}

const RUN_LOOKS: Record<RunState, Look> = {
	RUNNING: { tone: "warn", icon: <Clock aria-hidden /> },
	DONE: { tone: "good", icon: <CircleCheck aria-hidden /> },
	FAILED: { tone: "bad", icon: <CircleX aria-hidden /> },
	STOPPED: { tone: "plain", icon: <CircleStop aria-hidden /> },
};

export const RunBadge = ({ state }: { state: RunState }) => (
	<Badge {...RUN_LOOKS[state]}>{useTranslations("words.run")(state)}</Badge>
);

const OUTCOMES: Record<StepOutcome, Look> = {
	DONE: { tone: "good", icon: <CircleCheck aria-hidden /> },
	FAILED: { tone: "bad", icon: <CircleX aria-hidden /> },
	SKIPPED: { tone: "plain", icon: <SkipForward aria-hidden /> },
};

export const OutcomeBadge = ({ outcome }: { outcome: StepOutcome }) => (
	<Badge {...OUTCOMES[outcome]}>{useTranslations("workflows.run.outcomes")(outcome)}</Badge>
);

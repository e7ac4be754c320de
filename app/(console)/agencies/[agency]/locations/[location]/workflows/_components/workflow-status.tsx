import { CircleCheck, CircleDashed, CircleStop, CircleX, Clock, SkipForward } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { RunState, WorkflowStatus } from "#lib/core/crm/workflow-steps.ts";
import type { StepOutcome } from "#lib/core/crm/workflows.ts";

type Look = { tone: Tone; icon: ReactNode };

export const STATUS_WORDS: Record<WorkflowStatus, string> = { DRAFT: "Draft", PUBLISHED: "Published" };

export const WorkflowStatusBadge = ({ status }: { status: WorkflowStatus }) =>
	status === "PUBLISHED" ? (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			Published
		</Badge>
	) : (
		<Badge tone="plain" icon={<CircleDashed aria-hidden />}>
			Draft
		</Badge>
	);

export const RUN_WORDS: Record<RunState, string> = {
	RUNNING: "Under way",
	DONE: "Done",
	FAILED: "Failed",
	STOPPED: "Stopped",
};

const RUN_LOOKS: Record<RunState, Look> = {
	RUNNING: { tone: "warn", icon: <Clock aria-hidden /> },
	DONE: { tone: "good", icon: <CircleCheck aria-hidden /> },
	FAILED: { tone: "bad", icon: <CircleX aria-hidden /> },
	STOPPED: { tone: "plain", icon: <CircleStop aria-hidden /> },
};

export const RunBadge = ({ state }: { state: RunState }) => (
	<Badge {...RUN_LOOKS[state]}>{RUN_WORDS[state]}</Badge>
);

const OUTCOMES: Record<StepOutcome, Look & { word: string }> = {
	DONE: { word: "Done", tone: "good", icon: <CircleCheck aria-hidden /> },
	FAILED: { word: "Failed", tone: "bad", icon: <CircleX aria-hidden /> },
	SKIPPED: { word: "Nothing to do", tone: "plain", icon: <SkipForward aria-hidden /> },
};

export function OutcomeBadge({ outcome }: { outcome: StepOutcome }) {
	const { word, ...look } = OUTCOMES[outcome];
	return <Badge {...look}>{word}</Badge>;
}

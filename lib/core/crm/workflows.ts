import { z } from "zod";
import { Id } from "../ids.ts";
import { singleLine } from "../text.ts";
import { WORKFLOW_NAME_MAX } from "./workflow-parts.ts";
import type { RunState, WorkflowStatus } from "./workflow-states.ts";
import { type Step, Steps, Trigger } from "./workflow-steps.ts";

/** How many runs may lead from one to the next. What a step of the last would start is not started. */
export const RUN_DEPTH_MAX = 5;
/** How many runs may come of one. Once there are so many, no step of theirs starts another. */
export const CHAIN_RUNS_MAX = 100;
/** How long a run that is over is kept, with its history. */
export const RUN_DAYS_KEPT = 90;

/** A workflow from outside. */
export const WorkflowFields = z.strictObject({
	name: singleLine(WORKFLOW_NAME_MAX, "The name"),
	trigger: Trigger,
	steps: Steps,
});
export type WorkflowFields = z.output<typeof WorkflowFields>;

/** `version` is the one that the editor saw. */
export const WorkflowEdit = WorkflowFields.extend({ workflowId: Id, version: z.int().min(1) });
export type WorkflowEdit = z.output<typeof WorkflowEdit>;

/** A workflow as lists show it. Instants are ISO 8601. */
export type WorkflowSummary = {
	id: string;
	name: string;
	status: WorkflowStatus;
	trigger: Trigger;
	stepCount: number;
	/** Runs in all, those that are under way, and those that failed. */
	runs: { total: number; running: number; failed: number };
	lastRunAt: string | null;
	createdAt: string;
	updatedAt: string;
	version: number;
};

export type WorkflowDetail = WorkflowSummary & { steps: Step[] };

export type RunSummary = {
	id: string;
	contact: { id: string; name: string };
	workflow: { id: string; name: string; isDeleted: boolean };
	state: RunState;
	startedBy: string;
	/** Steps that were taken, of how many. */
	position: number;
	stepCount: number;
	/** When the next step is due; null when there is none. */
	nextAt: string | null;
	startedAt: string;
	endedAt: string | null;
};

export const STEP_OUTCOMES = ["DONE", "FAILED", "SKIPPED"] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** A line of a run's history. */
export type RunEvent = {
	id: string;
	position: number;
	kind: string;
	outcome: StepOutcome;
	detail: string;
	at: string;
};

export type RunDetail = RunSummary & { steps: Step[]; history: RunEvent[] };

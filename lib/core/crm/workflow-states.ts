export const WORKFLOW_STATUSES = ["DRAFT", "PUBLISHED"] as const;
export type WorkflowStatus = (typeof WORKFLOW_STATUSES)[number];

export const RUN_STATES = ["RUNNING", "DONE", "FAILED", "STOPPED"] as const;
export type RunState = (typeof RUN_STATES)[number];

import type { WorkflowPlace } from "../actions.ts";

export const WORKFLOWS_HEADING_ID = "workflows-heading";
export const DELETE_WORKFLOW_ID = "delete-workflow";

export const workflowsHeading = () => document.getElementById(WORKFLOWS_HEADING_ID);

export const workflowsHref = ({ agency, location }: WorkflowPlace) =>
	`/agencies/${agency}/locations/${location}/workflows`;

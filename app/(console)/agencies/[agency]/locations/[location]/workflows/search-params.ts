import { createLoader, type inferParserType, parseAsNumberLiteral, parseAsStringLiteral } from "nuqs/server";
import { RUN_STATES, WORKFLOW_STATUSES } from "#lib/core/crm/workflow-states.ts";
import type { WorkflowQuery } from "#lib/services/workflows/list.ts";
import type { RunQuery } from "#lib/services/workflows/list-runs.ts";
import { PAGE_SIZES, parseAsPage, parseAsSearch } from "../../../keys/search-params.ts";

const paging = {
	page: parseAsPage,
	size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
};

/** The state of the workflows table, in the address. What cannot be read falls back to its default. */
export const workflowsSearch = {
	q: parseAsSearch,
	status: parseAsStringLiteral(WORKFLOW_STATUSES),
	...paging,
};
export type WorkflowsSearch = inferParserType<typeof workflowsSearch>;
export const loadWorkflowsSearch = createLoader(workflowsSearch);

export const toWorkflowQuery = (
	{ q, status, page, size }: WorkflowsSearch,
	locationId: string,
): WorkflowQuery => ({ locationId, search: q.trim() || null, status, page, pageSize: size });

/** The state of a workflow's runs. */
export const runsSearch = { state: parseAsStringLiteral(RUN_STATES), ...paging };
export type RunsSearch = inferParserType<typeof runsSearch>;
export const loadRunsSearch = createLoader(runsSearch);

export const toRunQuery = (
	{ state, page, size }: RunsSearch,
	{ locationId, workflowId }: { locationId: string; workflowId: string },
): RunQuery => ({ locationId, workflowId, contactId: null, state, page, pageSize: size });

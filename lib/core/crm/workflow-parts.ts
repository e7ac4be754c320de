/** How many workflows a location may have. */
export const WORKFLOWS_MAX = 200;
export const WORKFLOW_NAME_MAX = 100;
export const STEPS_MAX = 30;

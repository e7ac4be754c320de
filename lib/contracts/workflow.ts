import { z } from "zod";
import type { WorkflowSummary } from "#lib/core/crm/workflows.ts";

type Shown = Pick<WorkflowSummary, "id" | "name" | "status" | "version" | "createdAt" | "updatedAt">;

/** A workflow as both dialects show it. */
export const workflowShape = {
	id: z.string(),
	name: z.string(),
	status: z.enum(["draft", "published"]),
	version: z.int(),
	createdAt: z.string(),
	updatedAt: z.string(),
};

export const presentWorkflow = ({ id, name, status, version, createdAt, updatedAt }: Shown) => ({
	id,
	name,
	status: status === "PUBLISHED" ? ("published" as const) : ("draft" as const),
	version,
	createdAt,
	updatedAt,
});

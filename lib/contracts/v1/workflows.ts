import { z } from "zod";
import { workflowShape } from "../workflow.ts";

const Workflow = z.object(workflowShape).meta({ id: "WorkflowV1" });

/** The member's name is in the singular: so clients of API 1.0 read it. */
export const WorkflowList = z.object({ workflow: z.array(Workflow) }).meta({ id: "WorkflowListV1" });

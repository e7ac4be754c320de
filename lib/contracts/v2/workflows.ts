import { z } from "zod";
import { workflowShape } from "../workflow.ts";
import { traced } from "./traced.ts";

const Workflow = z.object({ ...workflowShape, locationId: z.string() }).meta({ id: "WorkflowV2" });

export const WorkflowList = traced("WorkflowList", { workflows: z.array(Workflow) });

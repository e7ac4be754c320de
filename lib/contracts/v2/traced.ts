import { z } from "zod";

/** An answer of API 2.0, which also carries the id of its request. `id` names it in the documents. */
export const traced = <Shape extends z.ZodRawShape>(id: string, shape: Shape) =>
	z.object({ ...shape, traceId: z.string().optional().describe("The id of the request.") }).meta({ id });

/** An answer that says no more than that it is done. Version v3 spells it rightly as well. */
export const Succeeded = traced("Succeeded", {
	succeded: z.boolean(),
	succeeded: z.boolean().optional(),
});

/** {@link Succeeded} as a client of the version reads it. */
export const succeeded = (version: string | null) =>
	version === "v3" ? { succeded: true, succeeded: true } : { succeded: true };

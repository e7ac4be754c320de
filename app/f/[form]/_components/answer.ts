import { z } from "zod";

/** What the server says to a form that was sent. */
export const Answer = z.object({
	redirectTo: z.string().nullable().optional(),
	detail: z.string().optional(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

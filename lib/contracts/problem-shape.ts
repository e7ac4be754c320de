import { z } from "zod";

/** What {@link presentProblem} makes, for the documents. */
export const ProblemShape = z
	.object({
		type: z.url().describe("The page that explains this code."),
		title: z.string(),
		status: z.int(),
		detail: z.string().describe("For the person who reads it."),
		code: z.string().describe("For programs."),
		requestId: z.string(),
		errors: z
			.array(z.object({ field: z.string(), message: z.string() }))
			.optional()
			.describe("Each wrong field and its rule."),
		msg: z.string().describe("The detail, for clients of API 1.0."),
		statusCode: z.int().describe("The status, for clients of API 2.0."),
		message: z.string().describe("The detail, for clients of API 2.0."),
		error: z.string().describe("The title, for clients of API 2.0."),
	})
	.meta({ id: "Problem" });

/** A refusal as API 1.0 makes it: with wrong input, also a member for each wrong field. */
export const ProblemShapeV1 = ProblemShape.catchall(z.unknown()).meta({
	id: "ProblemOfApi1",
	description: "With wrong input, each wrong field is also a member of its own: its message and its rule.",
});

/** A refusal as API 2.0 makes it: with wrong input, `message` lists what is wrong. */
export const ProblemShapeV2 = ProblemShape.extend({
	message: z
		.union([z.string(), z.array(z.string())])
		.describe("The detail; with wrong input, one for each field."),
}).meta({ id: "ProblemOfApi2" });

/** A refusal in the words of the Unkey dialect. */
export const UnkeyProblemShape = z
	.object({
		meta: z.object({ requestId: z.string() }),
		error: z.looseObject({
			title: z.string(),
			detail: z.string(),
			status: z.int(),
			type: z.string(),
		}),
	})
	.meta({ id: "Refusal" });

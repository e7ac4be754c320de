import { z } from "zod";

const Refusal = z.object({
	status: z.number(),
	detail: z.string(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/**
 * A refusal as clients of API 1.0 read it: with wrong input, also a map from each field to what is wrong with it. Members
 * of the problem itself keep their meaning.
 */
export const v1Refusal = (problem: string) => {
	const members: unknown = JSON.parse(problem);
	const { errors } = Refusal.parse(members);
	if (!errors) return problem;
	const map = errors.map(({ field, message }) => [field, { message, rule: "invalid" }] as const);
	return JSON.stringify(Object.assign(Object.fromEntries(map), members));
};

/** A refusal as clients of API 2.0 read it: with wrong input, `message` lists what is wrong. */
export const v2Refusal = (problem: string) => {
	const members: unknown = JSON.parse(problem);
	const { status, detail, errors = [] } = Refusal.parse(members);
	if (status !== 422) return problem;
	const message =
		errors.length === 0 ? [detail] : errors.map(({ field, message: text }) => `${field}: ${text}`);
	return JSON.stringify(Object.assign({}, members, { message }));
};

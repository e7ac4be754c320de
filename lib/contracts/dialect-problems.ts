import { z } from "zod";

const Refusal = z.looseObject({
	status: z.number(),
	errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/**
 * A refusal as clients of API 1.0 read it: with wrong input, also a map from each field to what is wrong with it. Members
 * of the problem itself keep their meaning.
 */
export const v1Refusal = (problem: string) =>
	withErrors(problem, (errors) =>
		Object.fromEntries(errors.map(({ field, message }) => [field, { message, rule: "invalid" }])),
	);

/** A refusal as clients of API 2.0 read it: with wrong input, `message` lists what is wrong. */
export const v2Refusal = (problem: string) => {
	const refusal = Refusal.parse(JSON.parse(problem));
	if (refusal.status !== 422) return problem;
	const { errors = [], detail } = refusal;
	const message =
		errors.length === 0 ? [detail] : errors.map(({ field, message: text }) => `${field}: ${text}`);
	return JSON.stringify({ ...refusal, message });
};

type Errors = readonly { field: string; message: string }[];

function withErrors(problem: string, membersOf: (errors: Errors) => object) {
	const refusal = Refusal.parse(JSON.parse(problem));
	return refusal.errors ? JSON.stringify({ ...membersOf(refusal.errors), ...refusal }) : problem;
}

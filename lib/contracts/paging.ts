import { z } from "zod";

/** A whole number in a query, where everything is text. */
export const countIn = (min: number, max: number) =>
	z
		.string()
		.regex(/^\d{1,9}$/, { error: `Send a whole number from ${min} to ${max}.` })
		.transform(Number)
		.refine((count) => count >= min && count <= max, {
			error: `Send a whole number from ${min} to ${max}.`,
		});

const LIMIT_MAX = 100;
const SKIP_MAX = 1_000_000;

/** How many to leave out, and how many to give, in a query. */
export const skipAndLimit = (limit: number) => ({
	skip: countIn(0, SKIP_MAX).default(0),
	limit: countIn(1, LIMIT_MAX).default(limit),
});

import { ERRORS, type ErrorCode, type FieldError } from "#lib/core/errors.ts";

export type Problem = {
	code: string;
	status: number;
	title: string;
	detail: string;
	requestId: string;
	errors?: readonly FieldError[];
};

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/**
 * The RFC 9457 body of every refusal. It also carries the members that clients of API 1.0 (`msg`) and of API 2.0
 * (`statusCode`, `message`, `error`) read, so that one body serves all.
 */
export const presentProblem = (origin: string, problem: Problem) => ({
	type: `${origin}/developers/errors#${problem.code}`,
	title: problem.title,
	status: problem.status,
	detail: problem.detail,
	code: problem.code,
	requestId: problem.requestId,
	...(problem.errors?.length && { errors: problem.errors }),
	msg: problem.detail,
	statusCode: problem.status,
	message: problem.detail,
	error: problem.title,
});

/** Stands for the request's id while the rest of a body is written. */
const ANY_ID = "\u0000";
const templates = new Map<string, [string, string]>();

/**
 * {@link presentProblem} as JSON, for problems that say the same to everybody: all but the request's id is written once. Of
 * those there must be few, told apart by their codes.
 */
export function problemText(origin: string, problem: Problem): string {
	const name = `${origin} ${problem.code}`;
	let template = templates.get(name);
	if (!template) {
		const text = JSON.stringify(presentProblem(origin, { ...problem, requestId: ANY_ID }));
		const [before = "", after = ""] = text.split(JSON.stringify(ANY_ID));
		template = [`${before}"`, `"${after}`];
		templates.set(name, template);
	}
	return template[0] + problem.requestId + template[1];
}

/** A problem from the error table. */
export const problemOf = (
	code: ErrorCode,
	detail: string,
	requestId: string,
	errors?: readonly FieldError[],
): Problem => ({ code, ...ERRORS[code], detail, requestId, ...(errors && { errors }) });

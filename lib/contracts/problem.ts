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
	type: `${origin}/developers/errors#${problem.code.toLowerCase()}`,
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

/** A problem from the error table. */
export const problemOf = (
	code: ErrorCode,
	detail: string,
	requestId: string,
	errors?: readonly FieldError[],
): Problem => ({ code, ...ERRORS[code], detail, requestId, ...(errors && { errors }) });

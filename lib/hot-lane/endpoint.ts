import { PROBLEM_TYPE, type Problem, presentProblem, problemOf } from "#lib/contracts/problem.ts";
import type { FieldError } from "#lib/core/errors.ts";
import { ERRORS, type ErrorCode } from "#lib/core/errors.ts";
import type { Engine } from "#lib/verify/engine.ts";

export type ApiRequest = {
	method: string;
	/** Without query and without a trailing slash. */
	path: string;
	/** What stands behind the question mark; empty when nothing does. */
	search: string;
	/** Path and query exactly as they were sent. */
	target: string;
	/** The value of a header by its lower-case name. */
	header: (name: string) => string | null;
	/** Null when the request has no body. */
	body: Buffer | null;
	/** The client's normalised address; null when the socket has none. */
	address: string | null;
	requestId: string;
};

export type ApiResponse = { status: number; headers: Record<string, string>; body: string | null };

/**
 * Degraded: it answers rightly, but has to ask the database every time, since it does not know whether it hears of all
 * changes.
 */
export type Readiness = "ready" | "degraded" | "not ready";

/** What endpoints work with. */
export type Surroundings = { engine: Engine; origin: string; readiness: () => Promise<Readiness> };

/** One address of the API. `handle` knows neither node:http nor Next, so both entrances answer with the same bytes. */
export type Endpoint = {
	path: string;
	methods: readonly string[];
	/** Whether what is sent along is read; otherwise nobody waits for it. */
	takesBody: boolean;
	handle: (request: ApiRequest, surroundings: Surroundings) => ApiResponse | Promise<ApiResponse>;
};

export const BODY_BYTES_MAX = 64 * 1024;

const BASE_HEADERS = {
	"Cache-Control": "no-store",
	"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
	"X-Content-Type-Options": "nosniff",
};

export const json = (status: number, body: object, headers?: Record<string, string>) =>
	jsonText(status, JSON.stringify(body), headers);

/** {@link json} for a body that is JSON already. */
export const jsonText = (status: number, body: string, headers?: Record<string, string>): ApiResponse => ({
	status,
	headers: { ...BASE_HEADERS, "Content-Type": "application/json; charset=utf-8", ...headers },
	body,
});

/** Without a body there is nothing that a policy could forbid. */
export const empty = (status: number, headers: Record<string, string> = {}): ApiResponse => ({
	status,
	headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", ...headers },
	body: null,
});

const problem = (origin: string, facts: Problem, headers?: Record<string, string>) =>
	problemOfText(facts.status, JSON.stringify(presentProblem(origin, facts)), headers);

/** {@link problem} for a body that is JSON already. */
export const problemOfText = (
	status: number,
	body: string,
	headers?: Record<string, string>,
): ApiResponse => ({
	status,
	headers: { ...BASE_HEADERS, "Content-Type": PROBLEM_TYPE, ...headers },
	body,
});

export type Refuse = (
	code: ErrorCode,
	detail: string,
	options?: { headers?: Record<string, string>; errors?: FieldError[] },
) => ApiResponse;

/** Makes refusals for one request. */
export const refusals =
	(origin: string, requestId: string): Refuse =>
	(code, detail, { headers = {}, errors } = {}) =>
		problem(origin, problemOf(code, detail, requestId, errors), {
			...(ERRORS[code].status === 503 && { "Retry-After": "1" }),
			...headers,
		});

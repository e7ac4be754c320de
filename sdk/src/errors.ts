export type FieldProblem = { field: string; message: string };

/** The RFC 9457 body of a refusal, as far as it could be read. */
export type ProblemDetails = {
	status: number;
	code: string;
	title: string;
	detail: string;
	requestId: string | null;
	errors: FieldProblem[];
};

/** Latchkey answered, and refused. `code` says why; each is explained at `/developers/errors` of the installation. */
export class LatchkeyError extends Error implements ProblemDetails {
	readonly status: number;
	readonly code: string;
	readonly title: string;
	readonly detail: string;
	/** Name it when you ask whoever runs the installation. */
	readonly requestId: string | null;
	/** What is wrong with which field of what was sent. */
	readonly errors: FieldProblem[];
	/** How long the answer asked to wait. */
	readonly retryAfterSeconds: number | null;

	constructor(problem: ProblemDetails, retryAfterSeconds: number | null) {
		super(`${problem.status} ${problem.code}: ${problem.detail}`);
		this.name = "LatchkeyError";
		this.status = problem.status;
		this.code = problem.code;
		this.title = problem.title;
		this.detail = problem.detail;
		this.requestId = problem.requestId;
		this.errors = problem.errors;
		this.retryAfterSeconds = retryAfterSeconds;
	}
}

/** Nobody answered: the network failed, the answer did not come in time, or it was not Latchkey's. */
export class LatchkeyUnreachable extends Error {
	constructor(message: string, cause?: unknown) {
		super(message, { cause });
		this.name = "LatchkeyUnreachable";
	}
}

const text = (value: unknown, otherwise: string) => (typeof value === "string" ? value : otherwise);

const isField = (value: unknown): value is FieldProblem =>
	typeof value === "object" && value !== null && "field" in value && "message" in value;

/** Reads a refusal, whoever wrote it: proxies on the way answer in words of their own. */
export function readProblem(status: number, body: unknown, requestId: string | null): ProblemDetails {
	const given = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
	return {
		status,
		code: text(given.code, `http_${status}`),
		title: text(given.title, "The request was refused"),
		detail: text(given.detail, `The answer was ${status}, without a reason.`),
		requestId: text(given.requestId, "") || requestId,
		errors: Array.isArray(given.errors) ? given.errors.filter(isField) : [],
	};
}

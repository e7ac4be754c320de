/** Every refusal and failure that leaves the product, by code. The error guide explains each. */
export const ERRORS = {
	invalid_input: { status: 422, title: "Some of the input cannot be accepted" },
	malformed_request: { status: 400, title: "The request cannot be read" },
	unauthenticated: { status: 401, title: "No valid credential" },
	signature_refused: { status: 401, title: "The signature is not accepted" },
	step_up_required: { status: 403, title: "Confirm that it is you" },
	forbidden: { status: 403, title: "Not allowed" },
	not_found: { status: 404, title: "Not found" },
	method_not_allowed: { status: 405, title: "Method not allowed" },
	conflict: { status: 409, title: "In conflict with the present state" },
	length_required: { status: 411, title: "Length required" },
	payload_too_large: { status: 413, title: "Body too large" },
	unsupported_media_type: { status: 415, title: "Unsupported media type" },
	misdirected: { status: 421, title: "Not served here" },
	rate_limited: { status: 429, title: "Too many requests" },
	unavailable: { status: 503, title: "Cannot answer right now" },
	internal: { status: 500, title: "Something went wrong on our side" },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export type FieldError = { field: string; message: string };

/**
 * A refusal that somebody outside will read. `detail` is written for that person; `cause` is for the log and never
 * leaves.
 */
export class AppError extends Error {
	readonly code: ErrorCode;
	readonly detail: string;
	readonly fields: readonly FieldError[];

	constructor(
		code: ErrorCode,
		detail: string,
		options: { cause?: unknown; fields?: readonly FieldError[] } = {},
	) {
		super(`${code}: ${detail}`, { cause: options.cause });
		this.name = "AppError";
		this.code = code;
		this.detail = detail;
		this.fields = options.fields ?? [];
	}
}

/** The one answer for a row that is absent, deleted or somebody else's: all three must look alike. */
export const notFound = () => new AppError("not_found", "There is nothing here, or it is not yours to see.");

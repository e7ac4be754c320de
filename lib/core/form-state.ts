import type { ErrorCode, FieldError } from "./errors.ts";

/** What an action tells its form. */
export type FormState<T = undefined> =
	| { status: "idle" }
	| { status: "done"; message: string; data: T }
	| { status: "refused"; code: ErrorCode; message: string; fields: FieldError[] };

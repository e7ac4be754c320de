import { AppError } from "#lib/core/errors.ts";

/** A unique index refused a row. `constraint` is the index's name when the database told it. */
export class UniqueViolation extends Error {
	readonly constraint: string;
	constructor(constraint: string, cause: unknown) {
		super(`unique index ${constraint}`, { cause });
		this.constraint = constraint;
	}
}

const SQLSTATE_UNIQUE = "23505";
const SQLSTATE_FOREIGN_KEY = "23503";
/** Raised when a transaction ends that would leave an agency without an owner. */
const SQLSTATE_LAST_OWNER = "23001";
/** A deadlock, or a transaction that cannot be put in order with others: it was undone whole. */
const UNDONE_FOR_OTHERS = ["40P01", "40001", "P2034"];
/** Connection failures, shutdown, too many connections, read-only, cancelled by time-out, disk full. */
const SQLSTATE_UNAVAILABLE = /^(?:08|53|57|25006|58030)/;
const PRISMA_UNAVAILABLE = ["P1000", "P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"];
const NODE_UNAVAILABLE = [
	"ECONNREFUSED",
	"ECONNRESET",
	"ETIMEDOUT",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"EPIPE",
	"ENOTFOUND",
	"EAI_AGAIN",
];

type Clue = {
	code?: unknown;
	message?: unknown;
	cause?: unknown;
	meta?: { driverAdapterError?: unknown };
	originalCode?: unknown;
	constraint?: unknown;
	originalMessage?: unknown;
};

/** The error and all that it says caused it, outermost first. */
function* chain(error: unknown): Generator<Clue> {
	let next: unknown = error;
	for (let depth = 0; depth < 6 && typeof next === "object" && next !== null; depth++) {
		const clue: Clue = next;
		yield clue;
		next = clue.meta?.driverAdapterError ?? clue.cause;
	}
}

/** Whether the database could not be asked, as opposed to having refused. */
export function isDatabaseUnavailable(error: unknown) {
	for (const { code, originalCode, message } of chain(error)) {
		for (const value of [code, originalCode]) {
			if (typeof value !== "string") continue;
			if (PRISMA_UNAVAILABLE.includes(value) || NODE_UNAVAILABLE.includes(value)) return true;
			if (/^[0-9A-Z]{5}$/.test(value) && SQLSTATE_UNAVAILABLE.test(value)) return true;
		}
		if (
			typeof message === "string" &&
			/^(?:Connection terminated|timeout exceeded when|Query read timeout)/.test(message)
		)
			return true;
	}
	return false;
}

/** Whether what a row names is not there any more. */
export const namesNothing = (error: unknown) =>
	[...chain(error)].some((clue) => [clue.code, clue.originalCode].includes(SQLSTATE_FOREIGN_KEY));

const isUndoneForOthers = (code: unknown) => typeof code === "string" && UNDONE_FOR_OTHERS.includes(code);

/** The only place that knows the driver's error codes. Unknown errors and our own pass through as they are. */
export function translateDatabaseError(error: unknown): unknown {
	if (error instanceof AppError) return error;
	for (const { code, originalCode, originalMessage, message } of chain(error)) {
		if (code === "P2002" || originalCode === SQLSTATE_UNIQUE || code === SQLSTATE_UNIQUE) {
			const text = JSON.stringify([
				originalMessage,
				message,
				[...chain(error)].map((clue) => clue.constraint),
			]);
			return new UniqueViolation(
				/(?:api_keys_title|invitations_open)_\w+|\w+_key\b/.exec(text)?.[0] ?? "",
				error,
			);
		}
	}
	if ([...chain(error)].some((clue) => [clue.code, clue.originalCode].includes(SQLSTATE_LAST_OWNER))) {
		return new AppError("conflict", "An agency keeps at least one owner.", { cause: error });
	}
	if (
		[...chain(error)].some((clue) => isUndoneForOthers(clue.code) || isUndoneForOthers(clue.originalCode))
	) {
		const detail = "Others changed the same at this moment. Nothing was changed here: try again.";
		return new AppError("unavailable", detail, { cause: error });
	}
	if (isDatabaseUnavailable(error)) {
		return new AppError("unavailable", "The database cannot be reached right now. Nothing was changed.", {
			cause: error,
		});
	}
	return error;
}

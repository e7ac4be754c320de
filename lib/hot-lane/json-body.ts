import { isUtf8 } from "node:buffer";
import type { z } from "zod";
import type { FieldError } from "#lib/core/errors.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import type { ApiRequest, ApiResponse, Refuse } from "./endpoint.ts";

const ERRORS_MAX = 20;
const NAME_MAX = 100;

export type Parsed<T> = { value: T } | { refusal: ApiResponse };

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

function decode(body: Buffer): { value: unknown } | null {
	if (!isUtf8(body)) return null;
	try {
		const text = body.toString("utf8");
		// Some senders put a byte order mark in front, which JSON does not know.
		return { value: JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text) as unknown };
	} catch {
		return null;
	}
}

/** What is wrong where. Names that the sender made up are cut: an answer is never longer than it needs to be. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
	const field = issue.path.join(".");
	if (issue.code !== "unrecognized_keys") return [{ field: field || "body", message: issue.message }];
	return issue.keys.slice(0, ERRORS_MAX).map((key) => ({
		field: [...issue.path, key.slice(0, NAME_MAX)].join("."),
		message: issue.message,
	}));
}

/** A refusal that names each wrong field. */
export function refuseFields(refuse: Refuse, faults: z.ZodError | readonly FieldError[]): ApiResponse {
	const all = "issues" in faults ? faults.issues.flatMap(fieldErrors) : faults;
	const errors = all.slice(0, ERRORS_MAX);
	const detail = errors.map(({ field, message }) => `${field}: ${message}`).join(" ");
	return refuse("invalid_input", detail, { errors });
}

export const refuseType = (refuse: Refuse, name: string, type: string) =>
	refuse("unsupported_media_type", `Send the body as ${name} with Content-Type: ${type}.`, {
		headers: { Accept: type },
	});

type Sent = Pick<ApiRequest, "header" | "body">;

function refuseUnreadable(request: Sent, refuse: Refuse) {
	const coding = request.header("content-encoding") ?? "identity";
	if (coding === "identity") return refuse("malformed_request", "The body is not valid JSON in UTF-8.");
	const headers = { "Accept-Encoding": "identity" };
	return refuse("unsupported_media_type", "Send the body as it is, without Content-Encoding.", { headers });
}

/** What a JSON body says, whatever it is. */
export function decodeJson(request: Sent, refuse: Refuse): Parsed<unknown> {
	if (!JSON_TYPE.test(request.header("content-type") ?? "")) {
		return { refusal: refuseType(refuse, "JSON", "application/json") };
	}
	const decoded = request.body === null ? null : decode(request.body);
	return decoded ?? { refusal: refuseUnreadable(request, refuse) };
}

/** Holds what was sent to a schema, or says which field is wrong. */
export function parseSent<T>(schema: z.ZodType<T>, value: unknown, refuse: Refuse): Parsed<T> {
	const parsed = schema.safeParse(value, IN_PLAIN_WORDS);
	return parsed.success ? { value: parsed.data } : { refusal: refuseFields(refuse, parsed.error) };
}

/** Reads a JSON body into a schema's shape, or says which field is wrong. */
export function parseJsonBody<T>(request: Sent, schema: z.ZodType<T>, refuse: Refuse): Parsed<T> {
	const decoded = decodeJson(request, refuse);
	return "refusal" in decoded ? decoded : parseSent(schema, decoded.value, refuse);
}

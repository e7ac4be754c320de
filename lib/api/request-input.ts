import type { z } from "zod";
import type { FieldError } from "#lib/core/errors.ts";
import type { ApiRequest, Refuse } from "#lib/hot-lane/endpoint.ts";
import { decodeJson, type Parsed, parseSent, refuseFields, refuseType } from "#lib/hot-lane/json-body.ts";

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** A body as it was sent, before anybody asked what is in it; undefined when there is none. */
export function readBody(request: ApiRequest, type: "json" | "form", refuse: Refuse): Parsed<unknown> {
	if (request.body === null) return { value: undefined };
	if (type === "json") return decodeJson(request, refuse);
	if (!FORM_TYPE.test(request.header("content-type") ?? "")) {
		return { refusal: refuseType(refuse, "a form", "application/x-www-form-urlencoded") };
	}
	return readPairs(new URLSearchParams(request.body.toString("utf8")), refuse);
}

export const readQuery = (request: ApiRequest, refuse: Refuse): Parsed<Record<string, unknown>> =>
	readPairs(new URLSearchParams(request.search), refuse);

/** Names that stand there once. What is said twice could be read either way, and is refused; `name[]` lists. */
function readPairs(pairs: URLSearchParams, refuse: Refuse): Parsed<Record<string, unknown>> {
	const given: Record<string, unknown> = Object.create(null);
	const errors: FieldError[] = [];
	for (const name of new Set(pairs.keys())) {
		const values = pairs.getAll(name);
		if (name.endsWith("[]")) given[name.slice(0, -2)] = values;
		else if (values.length === 1) given[name] = values[0];
		else errors.push({ field: name.slice(0, 100), message: "This stands there more than once." });
	}
	return errors.length === 0 ? { value: { ...given } } : { refusal: refuseFields(refuse, errors) };
}

/** {@link parseSent} of a part of a request that may have no schema, and that may be left out. */
export function parsePart<T>(
	schema: z.ZodType<T> | undefined,
	value: unknown,
	refuse: Refuse,
): Parsed<T | undefined> {
	if (!schema) return { value: undefined };
	return parseSent(schema, value ?? {}, refuse);
}

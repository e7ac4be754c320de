import { AppError } from "#lib/core/errors.ts";
import {
	type ApiRequest,
	type ApiResponse,
	BODY_BYTES_MAX,
	type Endpoint,
	empty,
	refusals,
	type Surroundings,
} from "./endpoint.ts";
import { forwardAuthEndpoint } from "./endpoints/forward-auth.ts";
import { liveEndpoint, readyEndpoint } from "./endpoints/health.ts";
import { introspectEndpoint } from "./endpoints/introspect.ts";
import { ownKeyEndpoint, ownKeyV1Endpoint } from "./endpoints/own-key.ts";
import { verifyKeyEndpoint } from "./endpoints/verify-key.ts";

const endpoints = new Map<string, Endpoint>(
	[
		verifyKeyEndpoint,
		ownKeyEndpoint,
		ownKeyV1Endpoint,
		forwardAuthEndpoint,
		introspectEndpoint,
		liveEndpoint,
		readyEndpoint,
	].map((endpoint) => [endpoint.path, endpoint]),
);

/** The path that endpoints are matched by: without the query and without trailing slashes. */
export const endpointPath = (url: string) => {
	const path = url.split("?", 1)[0] ?? "";
	// Not a pattern: one that looks for slashes at the end tries every run of slashes before it.
	let end = path.length;
	while (end > 1 && path[end - 1] === "/") end--;
	return path.slice(0, end);
};

const HSTS = "max-age=63072000; includeSubDomains";

export const isEndpoint = (path: string) => endpoints.has(path);

/** Whether the endpoint at this path, if there is one, reads what is sent to it. */
export const takesBody = (path: string) => endpoints.get(path)?.takesBody ?? false;

/**
 * Answers an API request, whichever entrance it came by. `body` in the request is `"too large"` when it went over
 * {@link BODY_BYTES_MAX}. Errors that are nobody's fault outside are reported and answered without their text.
 */
export async function answer(
	request: Omit<ApiRequest, "body"> & { body: Buffer | null | "too large" },
	surroundings: Surroundings,
	report: (error: unknown) => void,
): Promise<ApiResponse> {
	const response = await respond(request, surroundings, report);
	response.headers["X-Request-Id"] = request.requestId;
	if (surroundings.origin.startsWith("https:")) response.headers["Strict-Transport-Security"] = HSTS;
	return response;
}

async function respond(
	request: Omit<ApiRequest, "body"> & { body: Buffer | null | "too large" },
	surroundings: Surroundings,
	report: (error: unknown) => void,
): Promise<ApiResponse> {
	const refuse = refusals(surroundings.origin, request.requestId);
	const endpoint = endpoints.get(request.path);
	if (!endpoint) return refuse("not_found", "There is no such address in this API.");
	if (!endpoint.methods.includes(request.method)) {
		const headers = { Allow: [...endpoint.methods, "OPTIONS"].join(", ") };
		if (request.method === "OPTIONS") return empty(204, headers);
		return refuse("method_not_allowed", `Use ${endpoint.methods.join(" or ")} here.`, { headers });
	}
	if (request.body === "too large") {
		return refuse("payload_too_large", `The body may have up to ${BODY_BYTES_MAX} bytes.`);
	}
	try {
		return await endpoint.handle({ ...request, body: request.body }, surroundings);
	} catch (error) {
		if (error instanceof AppError) return refuse(error.code, error.detail, { errors: [...error.fields] });
		report(error);
		return refuse("internal", "This is our fault. The request id helps us to find it.");
	}
}

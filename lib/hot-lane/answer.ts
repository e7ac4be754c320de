import { routesAt } from "#lib/api/routes-at.ts";
import { after } from "#lib/core/after.ts";
import { AppError } from "#lib/core/errors.ts";
import {
	type ApiRequest,
	type ApiResponse,
	BODY_BYTES_MAX,
	type Endpoint,
	empty,
	type Refuse,
	refusals,
	type Surroundings,
} from "./endpoint.ts";
import { forwardAuthEndpoint } from "./endpoints/forward-auth.ts";
import { liveEndpoint, readyEndpoint } from "./endpoints/health.ts";
import { introspectEndpoint } from "./endpoints/introspect.ts";
import { ownKeyEndpoint, ownKeyV1Endpoint } from "./endpoints/own-key.ts";
import { reportLeakEndpoint } from "./endpoints/report-leak.ts";
import { unkeyLimitEndpoint } from "./endpoints/unkey-limit.ts";
import { unkeyLivenessEndpoint } from "./endpoints/unkey-liveness.ts";
import { unkeyVerifyKeyEndpoint } from "./endpoints/unkey-verify-key.ts";
import { verifyKeyEndpoint } from "./endpoints/verify-key.ts";
import { frameRefusal } from "./frame.ts";

const endpoints = new Map<string, Endpoint>(
	[
		verifyKeyEndpoint,
		ownKeyEndpoint,
		ownKeyV1Endpoint,
		forwardAuthEndpoint,
		introspectEndpoint,
		reportLeakEndpoint,
		unkeyVerifyKeyEndpoint,
		unkeyLimitEndpoint,
		unkeyLivenessEndpoint,
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

export const HSTS = "max-age=63072000; includeSubDomains";

export const endpointPaths = () => [...endpoints.keys()];

export const isEndpoint = (path: string) => endpoints.has(path);

const endpointAt = (path: string) => endpoints.get(path) ?? routesAt(path);

/** Whether the endpoint at this path, if there is one, reads what is sent to it. */
export const takesBody = (path: string) => endpointAt(path)?.takesBody ?? false;

type Arrived = Omit<ApiRequest, "body"> & { body: Buffer | null | "too large" };

/**
 * Answers an API request, whichever entrance it came by. `body` in the request is `"too large"` when it went over
 * {@link BODY_BYTES_MAX}. Errors that are nobody's fault outside are reported and answered without their text.
 */
export function answer(
	request: Arrived,
	surroundings: Surroundings,
	report: (error: unknown) => void,
): ApiResponse | Promise<ApiResponse> {
	return after(respond(request, surroundings, report), (given) => {
		const response = frameRefusal(request.path, given);
		response.headers["X-Request-Id"] = request.requestId;
		if (surroundings.origin.startsWith("https:")) response.headers["Strict-Transport-Security"] = HSTS;
		return response;
	});
}

function respond(request: Arrived, surroundings: Surroundings, report: (error: unknown) => void) {
	const { body, method, path, requestId } = request;
	const endpoint = endpointAt(path);
	if (!endpoint?.methods.includes(method) || body === "too large") {
		return refuseUnread(request, endpoint, refusals(surroundings.origin, requestId));
	}
	const fail = (error: unknown) => refuseFailed(error, refusals(surroundings.origin, requestId), report);
	try {
		const response = endpoint.handle(request as ApiRequest, surroundings);
		return response instanceof Promise ? response.catch(fail) : response;
	} catch (error) {
		return fail(error);
	}
}

/** What is refused whatever it says. */
function refuseUnread({ method }: Arrived, endpoint: Endpoint | undefined, refuse: Refuse): ApiResponse {
	if (!endpoint) return refuse("not_found", "There is no such address in this API.");
	if (endpoint.methods.includes(method)) {
		return refuse("payload_too_large", `The body may have up to ${BODY_BYTES_MAX} bytes.`);
	}
	const headers = { Allow: [...endpoint.methods, "OPTIONS"].join(", ") };
	if (method === "OPTIONS") return empty(204, headers);
	return refuse("method_not_allowed", `Use ${endpoint.methods.join(" or ")} here.`, { headers });
}

function refuseFailed(error: unknown, refuse: Refuse, report: (error: unknown) => void) {
	if (error instanceof AppError) return refuse(error.code, error.detail, { errors: [...error.fields] });
	report(error);
	return refuse("internal", "This is our fault. The request id helps us to find it.");
}

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { hideSecrets, log } from "#lib/config/log.ts";
import { isApiPath } from "#lib/core/api-path.ts";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

/** Headers that only the server itself may speak with. The two that sign a request are the client's. */
const OWN_HEADERS =
	/^(?:x-latchkey-(?!(?:timestamp|signature)$)|x-forwarded-|x-real-ip$|forwarded$|x-nonce$|x-request-id$|x-middleware-|next-resume$)/;

export type PageRules = { https: boolean; development: boolean };

/**
 * Gets a request ready for Next: what the client may have claimed is replaced by what is known here, the answer gets
 * the headers of a page, and one log line is written when it is over.
 */
export function prepareForPages(
	request: IncomingMessage,
	response: ServerResponse,
	{ address, requestId }: { address: string | null; requestId: string },
	rules: PageRules,
) {
	for (const name of Object.keys(request.headers)) {
		if (OWN_HEADERS.test(name)) delete request.headers[name];
	}
	const nonce = randomBytes(16).toString("base64");
	const csp = contentSecurityPolicy(nonce, rules);
	const [path = "/", query] = (request.url ?? "/").split(/\?(.*)/s);
	Object.assign(request.headers, {
		"content-security-policy": csp,
		"x-nonce": nonce,
		"x-request-id": requestId,
		"x-latchkey-address": address ?? "",
		// Not the address of a data request: that one has no page to come back to.
		"x-latchkey-path": request.headers.rsc ? "/" : (request.url ?? "/"),
		"x-forwarded-for": address ?? "",
		"x-forwarded-host": request.headers.host,
		"x-forwarded-proto": rules.https ? "https" : "http",
	});
	response.setHeader("X-Request-Id", requestId);
	logWhenOver(request, response, path, requestId);
	if (isApiPath(path)) {
		// Signed requests sign the address as it was sent.
		request.headers["x-latchkey-target"] = request.url ?? "/";
		// The API sets its own headers. Both forms of its addresses answer, and Next knows one.
		request.url = path.replace(/\/$/, "") + (query === undefined ? "" : `?${query}`);
		return;
	}
	for (const [name, value] of Object.entries(securityHeaders(csp, rules))) response.setHeader(name, value);
}

function logWhenOver(request: IncomingMessage, response: ServerResponse, path: string, requestId: string) {
	if (path.startsWith("/_next/")) return;
	const startedAt = performance.now();
	const { method } = request;
	response.on("close", () => {
		const ms = Math.round(performance.now() - startedAt);
		const facts = {
			requestId,
			method,
			path: hideSecrets(path),
			status: response.statusCode,
			ms,
		};
		log().info(facts, "request");
	});
}

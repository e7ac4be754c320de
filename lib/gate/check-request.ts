import type { IncomingMessage } from "node:http";
import { isApiPath } from "#lib/core/api-path.ts";
import type { ErrorCode } from "#lib/core/errors.ts";
import { ANY_SITE, checkVisitorsType, isVisitorsPost } from "./visitors-post.ts";

export type GateRules = {
	/** `http:` or `https:`, as people see it. */
	protocol: string;
	/** The Host headers that are ours. */
	hosts: readonly string[];
	/** Largest body that a page or action may be sent, in bytes. */
	bodyBytesMax: number;
};

export type Refusal = { code: ErrorCode; detail: string; headers?: Record<string, string> };

const API_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const PAGE_METHODS = ["GET", "HEAD", "POST"];
const ACTION_METHODS = ["POST"];
const SINGLE_HEADERS = [
	"host",
	"authorization",
	"origin",
	"content-type",
	"content-length",
	"transfer-encoding",
];
const URL_LENGTH_MAX = 8_192;

/** Requests that change something for a person in a browser: everything but reading, outside the keys' API. */
export const isBrowserWrite = (method: string, path: string) =>
	method !== "GET" && method !== "HEAD" && !isApiPath(path);

/**
 * The first thing that any request meets. Refuses what no page, action or route should ever have to think about; null
 * lets the request through. It is a filter: whoever answers still decides who may do what.
 */
export function checkRequest(request: IncomingMessage, path: string, rules: GateRules): Refusal | null {
	return (
		checkTarget(request) ??
		checkHeaders(request) ??
		checkHost(request, path, rules) ??
		checkMethod(request, path) ??
		checkOpen(path) ??
		checkWrite(request, path, rules)
	);
}

function checkWrite(request: IncomingMessage, path: string, rules: GateRules): Refusal | null {
	const method = request.method ?? "";
	if (isVisitorsPost(method, path)) {
		if (method === "OPTIONS") return null;
		const refusal = checkLength(request, rules) ?? checkVisitorsType(request);
		return refusal && { ...refusal, headers: ANY_SITE };
	}
	if (!isBrowserWrite(method, path)) return null;
	return checkSite(request, rules) ?? checkLength(request, rules) ?? checkPlainForm(request, path);
}

/** Letters, digits, slashes and dashes alone, as most addresses are, cannot climb or hide anything. */
const PLAIN_TARGET = /^\/(?!\/)[\w/-]*$/;

function checkTarget({ url = "" }: IncomingMessage): Refusal | null {
	if (url.length <= URL_LENGTH_MAX && PLAIN_TARGET.test(url)) return null;
	if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\") || url.length > URL_LENGTH_MAX) {
		return { code: "malformed_request", detail: "The request's address cannot be read." };
	}
	try {
		const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
		// "/api/v1/../../page" would be the API's to this gate and a page to whoever resolves the dots.
		const climbs = path.split(/[/\\]/).some((segment) => segment === "." || segment === "..");
		if (!climbs && !path.includes("\0")) return null;
	} catch {
		// Told below.
	}
	return { code: "malformed_request", detail: "The request's address cannot be read." };
}

function checkHeaders({ rawHeaders }: IncomingMessage): Refusal | null {
	let seen = 0;
	for (let index = 0; index < rawHeaders.length; index += 2) {
		const name = rawHeaders[index]?.toLowerCase() ?? "";
		const place = SINGLE_HEADERS.indexOf(name);
		if (place === -1) continue;
		if (seen & (1 << place)) {
			return { code: "malformed_request", detail: `The ${name} header was sent twice.` };
		}
		seen |= 1 << place;
	}
	return null;
}

/** The rules of an installation: worked out once, asked on every request. On loopback it answers to all its names. */
export function gateRules(origin: string, bodyBytesMax: number): GateRules {
	const { host, hostname, port, protocol } = new URL(origin);
	const suffix = port === "" ? "" : `:${port}`;
	const names = [...new Set([hostname, "localhost", "127.0.0.1", "[::1]"])].map((name) => name + suffix);
	return { protocol, hosts: protocol === "https:" ? [host] : names, bodyBytesMax };
}

function checkHost(request: IncomingMessage, path: string, { hosts }: GateRules): Refusal | null {
	if (path.startsWith("/api/health/")) return null;
	const host = request.headers.host?.toLowerCase() ?? "";
	if (hosts.includes(host)) return null;
	return { code: "misdirected", detail: "This server does not answer for that host name." };
}

function checkMethod({ headers, method = "" }: IncomingMessage, path: string): Refusal | null {
	const allowed = allowedMethods(headers, path);
	if (allowed.includes(method)) return null;
	return {
		code: "method_not_allowed",
		detail: `Use ${allowed.join(", ")} here.`,
		headers: { Allow: allowed.join(", ") },
	};
}

function allowedMethods(headers: IncomingMessage["headers"], path: string) {
	if (isApiPath(path)) return API_METHODS;
	if (headers["next-action"]) return ACTION_METHODS;
	return isVisitorsPost("OPTIONS", path) ? [...PAGE_METHODS, "OPTIONS"] : PAGE_METHODS;
}

/** Addresses that the framework answers by itself and that this product has no use for. */
const CLOSED = ["/_next/image", "/_global-error", "/_error"];

function checkOpen(path: string): Refusal | null {
	return CLOSED.includes(path) ? { code: "not_found", detail: "There is nothing here." } : null;
}

function checkSite({ headers }: IncomingMessage, { protocol }: GateRules): Refusal | null {
	const ownOrigin = `${protocol}//${headers.host?.toLowerCase()}`;
	if (headers.origin !== ownOrigin) {
		return { code: "forbidden", detail: "This request did not come from one of our own pages." };
	}
	const site = headers["sec-fetch-site"];
	if (site !== undefined && site !== "same-origin") {
		return { code: "forbidden", detail: "This request did not come from one of our own pages." };
	}
	return null;
}

function checkLength({ headers }: IncomingMessage, { bodyBytesMax }: GateRules): Refusal | null {
	if (headers["content-length"] === undefined) {
		return { code: "length_required", detail: "Send a Content-Length." };
	}
	if (Number(headers["content-length"]) > bodyBytesMax) {
		return { code: "payload_too_large", detail: `The body may have up to ${bodyBytesMax} bytes.` };
	}
	return null;
}

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** What is posted before signing in, and to sign out, is the form of a page that works without scripts. */
function checkPlainForm({ headers }: IncomingMessage, path: string): Refusal | null {
	if (!path.startsWith("/api/auth/") || FORM_TYPE.test(headers["content-type"] ?? "")) return null;
	return { code: "unsupported_media_type", detail: "Send the form as our own pages do." };
}

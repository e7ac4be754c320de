import { IncomingMessage } from "node:http";
import type { Refusal } from "./check-request.ts";

const ACTION_ID = /^[0-9a-f]{40,64}$/;
const DEPTH_MAX = 12;

const unreadable: Refusal = {
	code: "malformed_request",
	detail: "The form arrived in a shape that cannot be read.",
};

/**
 * Checks what is about to be decoded as the arguments of a server action. React's decoder accepts files, streams,
 * promises and references to itself, and throws on what it cannot follow; our own forms send plain JSON alone.
 */
export function checkActionCall(request: IncomingMessage): Refusal | null {
	const id = request.headers["next-action"];
	if (typeof id !== "string" || !ACTION_ID.test(id)) {
		return { code: "malformed_request", detail: "Pages take no posts of this kind." };
	}
	if (!/^text\/plain\b/i.test(request.headers["content-type"] ?? "")) {
		return { code: "unsupported_media_type", detail: "Send the form as our own pages do." };
	}
	return null;
}

/** Whether a body holds the arguments of an action as our own forms send them: a JSON array of plain values. */
export function checkActionBody(body: Buffer): Refusal | null {
	try {
		const args: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
		return Array.isArray(args) && isPlain(args, 0) ? null : unreadable;
	} catch {
		return unreadable;
	}
}

/** Strings with a `$` in front are React's instructions; a plain `$` is doubled and "undefined" is harmless. */
function isPlain(value: unknown, depth: number): boolean {
	if (typeof value === "string")
		return !value.startsWith("$") || value.startsWith("$$") || value === "$undefined";
	if (typeof value !== "object" || value === null) return true;
	if (depth === DEPTH_MAX) return false;
	return Object.entries(value).every(([name, member]) => name !== "__proto__" && isPlain(member, depth + 1));
}

/** The same request with its body still to be read, for whoever answers it after the body was looked at. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
	const copy = new IncomingMessage(request.socket);
	copy.method = request.method;
	copy.url = request.url;
	copy.httpVersion = request.httpVersion;
	copy.httpVersionMajor = request.httpVersionMajor;
	copy.httpVersionMinor = request.httpVersionMinor;
	copy.headers = request.headers;
	copy.rawHeaders = request.rawHeaders;
	copy.complete = true;
	copy.push(body);
	copy.push(null);
	return copy;
}

import type { IncomingMessage } from "node:http";
import { findPerson } from "#lib/auth/find-person.ts";
import { type Body, readBody } from "#lib/core/bounded-body.ts";
import { checkActionBody, checkActionCall, withBody } from "./action-call.ts";
import type { Refusal } from "./check-request.ts";
import { isVisitorsPost } from "./visitors-post.ts";

/** Plain form posts that need no session. */
const PUBLIC_WRITES = [
	"/api/auth/sign-in",
	"/api/auth/sign-out",
	"/api/auth/set-up",
	"/api/auth/invitation",
	"/api/auth/reset-password",
	"/api/auth/report-leak",
	"/api/auth/language",
];

/**
 * Lets a browser's write through to Next, or says why not. Nobody without a living session reaches the code that decodes
 * server actions, and nobody reaches it with anything but plain values. What happens before that is a plain route.
 */
export async function admitBrowserWrite(
	request: IncomingMessage,
	path: string,
	bodyBytesMax: number,
): Promise<{ request: IncomingMessage } | { refusal: Refusal }> {
	if (PUBLIC_WRITES.includes(path) || isVisitorsPost(request.method ?? "", path)) return { request };
	if (!(await findPerson(request.headers.cookie))) {
		return { refusal: { code: "unauthenticated", detail: "Sign in first." } };
	}
	const wrongCall = checkActionCall(request);
	if (wrongCall) return { refusal: wrongCall };
	const body = await new Promise<Body>((resolve) => readBody(request, bodyBytesMax, resolve));
	if (body === "too large") {
		return {
			refusal: { code: "payload_too_large", detail: `The body may have up to ${bodyBytesMax} bytes.` },
		};
	}
	if (body === "gone" || body === null) {
		return { refusal: { code: "malformed_request", detail: "The form arrived empty." } };
	}
	const wrongBody = checkActionBody(body);
	return wrongBody ? { refusal: wrongBody } : { request: withBody(request, body) };
}

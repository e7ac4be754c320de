import type { IncomingMessage, ServerResponse } from "node:http";
import { after } from "#lib/core/after.ts";
import { type Body, readBody } from "#lib/core/bounded-body.ts";
import { answer, takesBody } from "./answer.ts";
import { type ApiResponse, BODY_BYTES_MAX, type Surroundings } from "./endpoint.ts";

/** What is known of a request before anybody has read it. `path` is without query and trailing slashes. */
export type Arrival = { path: string; address: string | null; requestId: string };

/**
 * Answers a request to an address of the API, within the same turn of the event loop when everything that the answer takes
 * is in memory.
 */
export function answerHere(
	request: IncomingMessage,
	response: ServerResponse,
	arrival: Arrival,
	surroundings: Surroundings,
	report: (error: unknown) => void,
) {
	const { method = "GET", headers, url = "/" } = request;
	const query = url.indexOf("?");
	const reply = (body: Body) => {
		if (body === "gone") return;
		const given = answer(
			{
				method,
				path: arrival.path,
				search: query === -1 ? "" : url.slice(query + 1),
				header: (name) => {
					const value = headers[name];
					return value === undefined ? null : String(value);
				},
				body,
				address: arrival.address,
				requestId: arrival.requestId,
			},
			surroundings,
			report,
		);
		// What was sent and not read would be taken for the next request.
		const mustClose = body === "too large" || !request.complete;
		void after(given, (made) => write(response, made, method === "HEAD", mustClose));
	};
	// What was sent to an address that does not exist, or to one that takes nothing, stays unread.
	if (method === "GET" || method === "HEAD" || !takesBody(arrival.path)) reply(null);
	else readBody(request, BODY_BYTES_MAX, reply);
}

function write(response: ServerResponse, reply: ApiResponse, isHead: boolean, mustClose: boolean) {
	if (response.destroyed) return;
	const { headers, body } = reply;
	if (mustClose) headers.Connection = "close";
	if (body !== null) headers["Content-Length"] = String(Buffer.byteLength(body));
	response.writeHead(reply.status, headers);
	if (isHead || body === null) response.end();
	else response.end(body);
}

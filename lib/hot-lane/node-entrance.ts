import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { after } from "#lib/core/after.ts";
import { type Body, readBody } from "#lib/core/bounded-body.ts";
import { answer, takesBody } from "./answer.ts";
import { BODY_BYTES_MAX, type Surroundings } from "./endpoint.ts";
import { writeTogether } from "./write-together.ts";

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
	// What was sent to an address that does not exist, or to one that takes nothing, stays unread.
	const isRead = method !== "GET" && method !== "HEAD" && takesBody(arrival.path);
	const reply = (body: Body) => {
		if (body === "gone") return;
		const given = answer(
			{
				method,
				path: arrival.path,
				target: url,
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
		const mustClose = body === "too large" || (!isRead && carriesBody(headers));
		void after(given, (made) => {
			if (mustClose) made.headers.Connection = "close";
			writeTogether(response, made, method === "HEAD");
		});
	};
	if (isRead) readBody(request, BODY_BYTES_MAX, reply);
	else reply(null);
}

/** Whether something comes after the headers, however long it takes. */
const carriesBody = (headers: IncomingHttpHeaders) =>
	headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";

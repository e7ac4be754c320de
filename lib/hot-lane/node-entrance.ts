import type { IncomingMessage, ServerResponse } from "node:http";
import { isApiPath } from "#lib/core/api-path.ts";
import { readBody } from "#lib/core/bounded-body.ts";
import { answer, endpointPath, takesBody } from "./answer.ts";
import { BODY_BYTES_MAX, type Surroundings } from "./endpoint.ts";

export type Arrival = { address: string | null; requestId: string };

/** Answers the request here if its address is the API's own. Returns false when it is somebody else's to answer. */
export function answerHere(
	request: IncomingMessage,
	response: ServerResponse,
	arrival: Arrival,
	surroundings: Surroundings,
	report: (error: unknown) => void,
): boolean {
	const path = endpointPath(request.url ?? "/");
	if (!isApiPath(path)) return false;
	void respond(request, response, path, arrival, surroundings, report);
	return true;
}

async function respond(
	request: IncomingMessage,
	response: ServerResponse,
	path: string,
	arrival: Arrival,
	surroundings: Surroundings,
	report: (error: unknown) => void,
) {
	const method = request.method ?? "GET";
	const search = (request.url ?? "").split(/\?(.*)/s)[1] ?? "";
	// What was sent to an address that does not exist, or to one that takes nothing, stays unread.
	const hasBody = method !== "GET" && method !== "HEAD" && takesBody(path);
	const body = hasBody ? await readBody(request, BODY_BYTES_MAX) : null;
	if (body === "gone") return;
	const header = (name: string) => {
		const value = request.headers[name];
		return value === undefined ? null : String(value);
	};
	const reply = await answer({ method, path, search, header, body, ...arrival }, surroundings, report);
	if (response.destroyed) return;
	if (body === "too large" || (!hasBody && !request.complete)) reply.headers.Connection = "close";
	if (reply.body !== null) reply.headers["Content-Length"] = String(Buffer.byteLength(reply.body));
	response.writeHead(reply.status, reply.headers);
	response.end(method === "HEAD" ? undefined : (reply.body ?? undefined));
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, endpointPath, isEndpoint } from "./answer.ts";
import { BODY_BYTES_MAX, type Surroundings } from "./endpoint.ts";

/** Reads a body of at most {@link BODY_BYTES_MAX}; `"gone"` when the client left before its end. */
function readBody(request: IncomingMessage): Promise<Buffer | null | "too large" | "gone"> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		request.on("data", (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes <= BODY_BYTES_MAX) chunks.push(chunk);
			else resolve("too large");
		});
		request.on("end", () => resolve(bytes === 0 ? null : Buffer.concat(chunks)));
		request.on("error", () => resolve("gone"));
		request.on("close", () => resolve("gone"));
	});
}

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
	if (!isEndpoint(path)) return false;
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
	const body = method === "GET" || method === "HEAD" ? null : await readBody(request);
	if (body === "gone") return;
	const header = (name: string) => {
		const value = request.headers[name];
		return value === undefined ? null : String(value);
	};
	const reply = await answer({ method, path, header, body, ...arrival }, surroundings, report);
	if (response.destroyed) return;
	if (body === "too large") reply.headers.Connection = "close";
	if (reply.body !== null) reply.headers["Content-Length"] = String(Buffer.byteLength(reply.body));
	response.writeHead(reply.status, reply.headers);
	response.end(method === "HEAD" ? undefined : (reply.body ?? undefined));
}

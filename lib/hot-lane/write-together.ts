import type { ServerResponse } from "node:http";
import type { ApiResponse } from "./endpoint.ts";

type Written = { response: ServerResponse; reply: ApiResponse; isHead: boolean };

let waiting: Written[] = [];

/**
 * Writes an answer at the end of this turn of the event loop, after all others that were made in it. Most of what an answer
 * costs is waking up whoever reads it; a client, or a proxy, that is sent several in a row is woken once.
 */
export function writeTogether(response: ServerResponse, reply: ApiResponse, isHead: boolean) {
	waiting.push({ response, reply, isHead });
	if (waiting.length === 1) setImmediate(writeAll);
}

function writeAll() {
	const turn = waiting;
	waiting = [];
	for (const each of turn) write(each);
}

function write({ response, reply, isHead }: Written) {
	if (response.destroyed) return;
	const { body, headers, status } = reply;
	// Said even of nothing: otherwise node sends an empty body in chunks, which costs a proxy its connection.
	if (status !== 204) headers["Content-Length"] = body === null ? "0" : String(Buffer.byteLength(body));
	response.writeHead(status, headers);
	if (isHead || body === null) response.end();
	else response.end(body);
}

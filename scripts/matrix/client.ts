import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { z } from "zod";

export type Sent = {
	method?: string;
	path: string;
	/** A list sends the header as often. */
	headers?: Record<string, string | string[]>;
	body?: string | Buffer;
	/** The address of this machine that it comes from: all of 127.0.0.0/8 are. */
	from?: string;
};

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string };

export type Client = { origin: string; send: (sent: Sent) => Promise<Reply> };

const CONNECTIONS_MAX = 8;

/** Sends what it is told to one server, byte for byte, as no browser would. */
export function clientOf(origin: string, options: { keepAlive: boolean } = { keepAlive: true }): Client {
	const agent = new Agent({ keepAlive: options.keepAlive, maxSockets: CONNECTIONS_MAX });
	return { origin, send: (sent) => send(origin, agent, sent) };
}

function send(origin: string, agent: Agent, { method = "GET", path, headers = {}, body, from }: Sent) {
	return new Promise<Reply>((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
		const call = request(
			{ hostname, port, path, method, agent, localAddress: from, headers: { ...length, ...headers } },
			(response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("error", reject);
				response.on("end", () => {
					const text = Buffer.concat(chunks).toString();
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
				});
			},
		);
		call.on("error", reject);
		call.end(body);
	});
}

/** The arguments of an action as our own forms encode them. */
export const encodeArguments = (args: readonly unknown[]) =>
	JSON.stringify(args, (_name, value) => {
		if (value === undefined) return "$undefined";
		return typeof value === "string" && value.startsWith("$") ? `$${value}` : value;
	});

/** The headers with which our own pages call an action. */
export const actionHeaders = (origin: string, actionId: string): Record<string, string> => ({
	Origin: origin,
	"Sec-Fetch-Site": "same-origin",
	"Content-Type": "text/plain;charset=UTF-8",
	"Next-Action": actionId,
	Accept: "text/x-component",
});

const Root = z.object({ a: z.string().regex(/^\$@[0-9a-f]+$/) });
const State = z.object({ status: z.string(), code: z.string().optional() });
const Problem = z.object({ code: z.string() });

/** What came of a call: "done", or the code of the refusal; the status for what is neither. */
export function outcomeOf({ status, headers, body }: Reply): string {
	const type = headers["content-type"] ?? "";
	if (type.startsWith("text/x-component")) return stateOf(body) ?? `${status} without an action's answer`;
	if (type.startsWith("application/problem+json")) return Problem.parse(JSON.parse(body)).code;
	return String(status);
}

/** The first row of a Flight answer names the one that holds what the action returned. */
function stateOf(body: string): string | null {
	const rows = rowsOf(Buffer.from(body));
	const root = Root.safeParse(rows.get("0")).data;
	const state = root && State.safeParse(rows.get(root.a.slice(2))).data;
	return state ? (state.code ?? state.status) : null;
}

/** The rows that are objects. Rows are lines, but for long texts, which say their length in bytes beforehand. */
function rowsOf(body: Buffer): Map<string, unknown> {
	const rows = new Map<string, unknown>();
	for (let at = 0; at < body.length; ) {
		const colon = body.indexOf(":", at);
		if (colon === -1) break;
		const id = body.toString("utf8", at, colon);
		if (body[colon + 1] === "T".charCodeAt(0)) {
			const comma = body.indexOf(",", colon);
			at = comma + 1 + Number.parseInt(body.toString("utf8", colon + 2, comma), 16);
			continue;
		}
		const end = body.indexOf("\n", colon);
		const row = body.toString("utf8", colon + 1, end === -1 ? body.length : end);
		if (row.startsWith("{")) rows.set(id, JSON.parse(row));
		at = end === -1 ? body.length : end + 1;
	}
	return rows;
}

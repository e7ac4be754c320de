import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import type { Database } from "#lib/data/client.ts";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import type { Surroundings } from "#lib/hot-lane/endpoint.ts";
import { answerHere } from "#lib/hot-lane/node-entrance.ts";
import { answerWebRequest } from "#lib/hot-lane/web-entrance.ts";
import { holdToDocument } from "./documented.ts";
import { testEngine } from "./engine.ts";
import { whenDone } from "./when-done.ts";

export type Sent = {
	method?: string;
	path: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
};

export type Reply = { status: number; headers: Record<string, string>; body: string };

export type Entrance = { name: string; send: (sent: Sent) => Promise<Reply> };

/** Who sends, and how the request is called in every answer. */
export const ARRIVAL = { address: "203.0.113.7", requestId: "the-request" };

/** Headers that belong to the connection, not to the answer. */
const OF_THE_CONNECTION = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

/** What endpoints work with when all is well. */
export const testSurroundings = (database: Database) => ({
	engine: testEngine(database),
	origin: "https://keys.example.test",
	readiness: async () => "ready" as const,
});

/** Both ways into the API's endpoints. Whatever they report as a failure of ours ends in `reported`. */
export async function openEntrances(surroundings: Surroundings) {
	const reported: unknown[] = [];
	const report = (error: unknown) => void reported.push(error);
	const entrances: Entrance[] = [
		{ name: "the web entrance", send: held((sent) => sendToWeb(sent, surroundings, report)) },
		{ name: "the node entrance", send: held(await nodeEntrance(surroundings, report)) },
	];
	return { entrances, reported };
}

/** Whatever is answered in a test must be what the documents tell. */
const held =
	(send: Entrance["send"]): Entrance["send"] =>
	async (sent) => {
		const reply = await send(sent);
		holdToDocument(sent, reply);
		return reply;
	};

async function sendToWeb(sent: Sent, surroundings: Surroundings, report: (error: unknown) => void) {
	const { method = "GET", path, headers = {}, body } = sent;
	const request = new Request(`http://localhost${path}`, {
		method,
		headers: {
			...headers,
			"x-request-id": ARRIVAL.requestId,
			"x-latchkey-address": ARRIVAL.address,
			"x-latchkey-target": path,
		},
		...(body !== undefined && { body: new Uint8Array(Buffer.from(body)) }),
	});
	const response = await answerWebRequest(request, surroundings, report);
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: await response.text(),
	};
}

/** The port of a server on this machine that answers as the API does, closed when whoever opened it is done. */
export async function openServer(surroundings: Surroundings, report: (error: unknown) => void) {
	const server = createServer((request, response) => {
		const arrival = { ...ARRIVAL, path: endpointPath(request.url ?? "/") };
		answerHere(request, response, arrival, surroundings, report);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	whenDone(() => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	});
	const { port } = server.address() as AddressInfo;
	return port;
}

async function nodeEntrance(surroundings: Surroundings, report: (error: unknown) => void) {
	const port = await openServer(surroundings, report);
	return (sent: Sent) => sendToNode(port, sent);
}

function sendToNode(port: number, { method = "GET", path, headers = {}, body }: Sent): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
		const request = httpRequest(
			{ host: "127.0.0.1", port, method, path, headers: { ...length, ...headers }, agent: false },
			(response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("error", reject);
				response.on("end", () => {
					const kept = Object.entries(response.headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
					resolve({
						status: response.statusCode ?? 0,
						headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
						body: Buffer.concat(chunks).toString(),
					});
				});
			},
		);
		request.on("error", reject);
		request.end(body);
	});
}

/** The body's JSON, read as what it says. */
export const bodyOf = (reply: Reply): Record<string, unknown> => JSON.parse(reply.body);

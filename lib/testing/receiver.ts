import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { testCertificate } from "./certificate.ts";
import { whenDone } from "./when-done.ts";

export type Received = { headers: Readonly<Record<string, string>>; body: string };
export type Reaction = (response: ServerResponse, received: Received) => unknown;

export const answerWith =
	(status: number, body = "", headers: Record<string, string> = {}): Reaction =>
	(response) =>
		response.writeHead(status, headers).end(body);

/** A receiver of webhooks on this machine, until whoever began it is done. Answers 204 unless told otherwise. */
export async function startReceiver(react: Reaction = answerWith(204), { tls = false } = {}) {
	const received: Received[] = [];
	const receiver = { react, received, port: 0, connections: 0, url: "" };
	const onRequest: RequestListener = async (request, response) => {
		const message = { headers: plain(request), body: await textOf(request) };
		received.push(message);
		await receiver.react(response, message);
	};
	const server = tls ? createTlsServer(testCertificate, onRequest) : createServer(onRequest);
	server.on("connection", () => receiver.connections++);
	await once(server.listen(0, "127.0.0.1"), "listening");
	receiver.port = (server.address() as AddressInfo).port;
	receiver.url = `http://127.0.0.1:${receiver.port}/hooks?from=latchkey`;
	whenDone(() => {
		server.close();
		server.closeAllConnections();
	});
	return receiver;
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

const plain = (request: IncomingMessage) =>
	Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));

async function textOf(request: IncomingMessage) {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
}

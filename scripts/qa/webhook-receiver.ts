import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createRawServer } from "node:net";
import { text } from "node:stream/consumers";
import type { Shutdown } from "../launch/shutdown.ts";

export type Message = {
	id: string;
	headers: Record<string, string>;
	body: string;
	/** By `performance.now()`. */
	at: number;
	/** Whether it was answered with a 2xx. */
	accepted: boolean;
};

export type Receiver = {
	url: string;
	messages: Message[];
	/** What it answers with from now on; null for nothing at all. */
	answer: number | null;
	close: () => Promise<void>;
};

/** Something that takes webhooks, on this machine. */
export async function openReceiver(shutdown: Shutdown): Promise<Receiver> {
	const messages: Message[] = [];
	const receiver: Receiver = { url: "", messages, answer: 204, close: async () => {} };
	const server = createServer(async (request, response) => {
		const body = await text(request);
		const { answer } = receiver;
		const headers = plain(request);
		const accepted = answer !== null && answer < 300;
		messages.push({ id: headers["webhook-id"] ?? "", headers, body, at: performance.now(), accepted });
		if (answer !== null) response.writeHead(answer).end();
	});
	await once(server.listen(0, "127.0.0.1"), "listening");
	receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
	receiver.close = async () => {
		server.closeAllConnections();
		if (server.listening) await once(server.close(), "close");
	};
	await shutdown.hold(receiver.close);
	return receiver;
}

const plain = ({ headers }: IncomingMessage) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

export type Trap = { port: number; connections: number; close: () => Promise<void> };

/** Listens where nothing may ever connect to. */
export async function openTrap(shutdown: Shutdown, host: string): Promise<Trap> {
	const trap: Trap = { port: 0, connections: 0, close: async () => {} };
	const server = createRawServer((socket) => {
		trap.connections++;
		socket.destroy();
	});
	await once(server.listen(0, host), "listening");
	trap.port = (server.address() as AddressInfo).port;
	trap.close = async () => {
		if (server.listening) await once(server.close(), "close");
	};
	await shutdown.hold(trap.close);
	return trap;
}

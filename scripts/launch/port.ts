import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { hasCode, messageOf, Refusal } from "../processes.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost"]);

/** Finds out before the long work whether the server will be able to listen. */
export async function requireFreePort(host: string, port: number, patienceMs: number): Promise<void> {
	const giveUpAt = performance.now() + patienceMs;
	for (;;) {
		try {
			await tryListen(host, port);
			// A browser asks for "localhost" on IPv6 first, and would find whoever else is there.
			if (LOOPBACK.has(host)) await tryListen("::1", port).catch(unlessInUse);
			return;
		} catch (error) {
			const passes = hasCode(error, "EADDRINUSE") && performance.now() < giveUpAt;
			if (!passes) throw new Refusal(whyNot(error, host, port));
			await delay(100);
		}
	}
}

function tryListen(host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
	});
}

function unlessInUse(error: unknown): void {
	if (hasCode(error, "EADDRINUSE")) throw error;
}

function whyNot(error: unknown, host: string, port: number): string {
	if (hasCode(error, "EADDRINUSE")) {
		return `Port ${port} is in use. Stop what uses it or choose another: PORT=${nextPort(port)} npm start`;
	}
	if (hasCode(error, "EACCES")) {
		return `Port ${port} is kept for the administrator. Choose one above 1023: PORT=3000 npm start`;
	}
	if (hasCode(error, "EADDRNOTAVAIL", "ENOTFOUND")) {
		return `HOST=${host} is not an address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 for all.`;
	}
	return `Latchkey cannot listen on ${host}, port ${port}: ${messageOf(error)}`;
}

const nextPort = (port: number) => (port < 65535 ? port + 1 : 3000);

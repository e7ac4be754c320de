import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, vi } from "vitest";
import type { ServiceExample } from "#components/samples/example.ts";
import type { Bench, Run } from "./run-program.ts";

type Secret = { secret: string };
type Known = { visitor: Secret; disabled: Secret; narrow: Secret; secret: { text: string } };

/** Starts a service from the pages and calls it as its callers would, good ones and others. */
export async function tryService(bench: Bench, run: Run, trial: ServiceExample["trial"], known: Known) {
	const port = await freePort();
	const service = bench.start({ ...run, env: { ...run.env, PORT: String(port) } });
	onTestFinished(() => void service.kill());
	const address = `http://127.0.0.1:${port}/`;
	const call = async (init: RequestInit) => (await fetch(address, init)).status;
	await vi.waitUntil(() => call({}).catch(() => null), { timeout: 10_000, interval: 50 });

	if (trial === "guard") {
		const withKey = ({ secret }: Secret) => call({ headers: { Authorization: `Bearer ${secret}` } });
		expect(await withKey(known.visitor)).toBe(200);
		expect(await withKey(known.disabled)).toBe(401);
		expect(await withKey(known.narrow)).toBe(403);
		expect(await call({})).toBe(401);
		return;
	}
	const message = JSON.stringify({ type: "key.disabled", data: { keyId: "1" } });
	const now = new Date();
	const headers = {
		"webhook-id": "message-1",
		"webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
		"webhook-signature": new Webhook(known.secret.text).sign("message-1", now, message),
	};
	const post = (body: string, sent: HeadersInit = headers) => call({ method: "POST", headers: sent, body });
	expect(await post(message)).toBe(204);
	expect(await post(message.replace("disabled", "enabled"))).toBe(400);
	expect(await post(message, {})).toBe(400);
	expect(await post(message, { ...headers, "webhook-signature": "v1,\u00e9" })).toBe(400);
}

/** A port that nobody listens on: the service is told which, and cannot choose. */
async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}

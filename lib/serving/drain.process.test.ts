import { connect, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { readyServerProcess, type ServerProcess, until } from "#lib/testing/server-process.ts";
import { ask } from "#lib/testing/steady-load.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const key = await makeKey(world, await makeAgency(world), { scopes: ["keys.verify"] });

/** A connection that says exactly what it is told to, and remembers what comes back. */
async function rawConnection(origin: string) {
	const { hostname, port } = new URL(origin);
	const socket: Socket = connect(Number(port), hostname);
	let heard = "";
	let ended = false;
	socket.setEncoding("utf8").on("data", (text) => {
		heard += text;
	});
	socket.on("close", () => {
		ended = true;
	});
	await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
	return {
		send: (text: string) => void socket.write(text),
		answer: async () => {
			const whole = await until("an answer", () => /\r\n\r\n.+/s.test(heard) && heard);
			heard = "";
			return whole;
		},
		hasEnded: () => ended,
		end: () => void socket.destroy(),
	};
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;
const live = get("/api/health/live");
const ready = get("/api/health/ready");

async function refusesConnections({ origin }: ServerProcess) {
	try {
		(await rawConnection(origin)).end();
		return false;
	} catch {
		return true;
	}
}

describe.each([
	["one process", {}],
	["a primary with one worker", { WEB_CONCURRENCY: "1" }],
])("%s that is told to end", (_name, env) => {
	test("finishes what runs, asks nobody to come back, and closes no connection under a client's hands", async () => {
		const server = await readyServerProcess(env);
		const [running, kept, idle] = await Promise.all([1, 2, 3].map(() => rawConnection(server.origin)));
		if (!running || !kept || !idle) throw new Error("no connections");
		const body = JSON.stringify({ key: key.secret });
		running.send(
			`POST /api/v2/keys/verify HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\n` +
				`Authorization: Bearer ${key.secret}\r\nContent-Type: application/json\r\n` +
				`Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
		);
		for (const connection of [kept, idle]) {
			connection.send(live);
			expect(await connection.answer()).toMatch(/^HTTP\/1\.1 200 .*Connection: keep-alive/is);
		}

		const toldAt = performance.now();
		server.child.kill("SIGTERM");
		await until("new connections are refused", () => refusesConnections(server));

		expect(kept.hasEnded() || idle.hasEnded()).toBe(false);
		kept.send(ready);
		expect(await kept.answer()).toMatch(/^HTTP\/1\.1 503 .*Connection: close.*"not ready"/is);
		expect((await fetch(`${server.metricsOrigin}/readyz`)).status).toBe(503);
		expect((await fetch(`${server.metricsOrigin}/livez`)).status).toBe(200);
		running.send(body.slice(10));
		expect(await running.answer()).toMatch(/^HTTP\/1\.1 200 .*Connection: close.*"code":"VALID"/is);
		expect(idle.hasEnded()).toBe(false);
		expect(await server.exit).toEqual({ code: 0, signal: null });
		expect(performance.now() - toldAt).toBeLessThan(10_000);
		await until("the idle connection is closed", idle.hasEnded);
	});

	test("writes its meters out first", async () => {
		const used = await makeKey(world, await makeAgency(world));
		const server = await readyServerProcess(env);
		const headers = { Authorization: `Bearer ${used.secret}` };
		const uses = Array.from({ length: 25 }, () => ask(server.origin, { path: "/api/v2/keys/me", headers }));
		const statuses = (await Promise.all(uses)).map(({ statusCode }) => statusCode);
		expect(new Set(statuses)).toEqual(new Set([200]));

		server.child.kill("SIGTERM");
		expect(await server.exit).toEqual({ code: 0, signal: null });

		const { rows } = await world.owner.query(
			"select sum(uses)::int as uses from key_usage_hours where key_id = $1",
			[used.id],
		);
		expect(rows).toEqual([{ uses: 25 }]);
	});
});

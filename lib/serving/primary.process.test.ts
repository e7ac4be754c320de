import { describe, expect, test } from "vitest";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import {
	readyServerProcess,
	type ServerProcess,
	startServerProcess,
	until,
} from "#lib/testing/server-process.ts";
import { steadyLoad } from "#lib/testing/steady-load.ts";
import { testWorld } from "#lib/testing/world.ts";
import { isAlive } from "../../scripts/processes.ts";

const world = await testWorld();
// Else every start says, as a warning, how to set it up.
await world.owner.query("update installation set set_up_at = now()");
const key = await makeKey(world, await makeAgency(world));
const TARGETS = [
	{ path: "/api/v2/keys/me", headers: { Authorization: `Bearer ${key.secret}` } },
	{ path: "/api/health/live" },
	{ path: "/sign-in" },
];

const living = (server: ServerProcess) => server.servers().filter(isAlive);
const rolls = (server: ServerProcess) =>
	server.reports.filter(({ latchkey }) => latchkey === "rolled").length;
const answers = async ({ origin }: ServerProcess) => (await fetch(`${origin}/api/health/ready`)).status;

describe.each([1, 2])("a primary with %d workers", (size) => {
	test("replaces each of them on SIGHUP, and no request of those who keep their connections fails", async () => {
		const server = await readyServerProcess({ WEB_CONCURRENCY: String(size) });
		await until("all serve", () => living(server).length === size);
		const load = steadyLoad(server.origin, TARGETS);

		for (const round of [1, 2]) {
			const old = living(server);
			server.child.kill("SIGHUP");
			await until("all are replaced", () => rolls(server) === round, 30_000);
			expect(old.filter(isAlive)).toEqual([]);
			expect(living(server)).toHaveLength(size);
		}
		const { answered, failures } = await load.end();

		expect(failures).toEqual([]);
		expect(answered).toBeGreaterThan(200);
		expect(server.reports).toContainEqual({ latchkey: "rolling", done: size - 1, of: size });

		server.child.kill("SIGTERM");
		expect(await server.exit).toEqual({ code: 0, signal: null });
		expect(living(server)).toEqual([]);
	});
});

test("a worker that dies is replaced, and those left serve meanwhile", async () => {
	const server = await readyServerProcess({ WEB_CONCURRENCY: "2" });
	await until("both serve", () => living(server).length === 2);
	const [victim = 0] = living(server);

	process.kill(victim, "SIGKILL");
	await until("it is gone", () => !isAlive(victim));
	expect(await answers(server)).toBe(200);

	await until("both serve again", () => living(server).length === 2);
	expect(server.log().filter(({ msg }) => msg === "a worker has died")).toHaveLength(1);
});

test("a primary whose workers cannot start gives up", async () => {
	const other = await readyServerProcess();
	const port = new URL(other.origin).port;

	const server = await startServerProcess({ WEB_CONCURRENCY: "2", PORT: port, APP_ORIGIN: other.origin });

	expect(await server.exit).toEqual({ code: 1, signal: null });
	expect(server.log().map(({ msg }) => msg)).toEqual(
		expect.arrayContaining([`port ${port} is in use`, "no worker ever became ready"]),
	);
});

test("a new worker that does not start ends the restart, and the old ones go on", async () => {
	const server = await readyServerProcess({ WEB_CONCURRENCY: "1" });
	const old = living(server);

	server.child.send({ latchkey: "roll", env: { LATCHKEY_SECRET: "short" } });
	await until("the restart has failed", () => server.reports.at(-1)?.latchkey === "roll failed");

	expect(living(server)).toEqual(old);
	expect(await answers(server)).toBe(200);
});

test("workers whose primary is killed end by themselves, in order", async () => {
	const server = await readyServerProcess({ WEB_CONCURRENCY: "2" });
	await until("both serve", () => living(server).length === 2);

	server.child.kill("SIGKILL");
	await until("no worker is left", () => living(server).length === 0);

	expect(server.log().filter(({ reason }) => reason === "launcher gone")).toHaveLength(2);
	expect(server.log().filter(({ level }) => level > 30)).toEqual([]);
});

test("a primary whose launcher has gone ends its workers and itself", async () => {
	const server = await readyServerProcess({ WEB_CONCURRENCY: "2" });
	await until("both serve", () => living(server).length === 2);

	server.child.disconnect();

	expect(await server.exit).toEqual({ code: 0, signal: null });
	expect(living(server)).toEqual([]);
});

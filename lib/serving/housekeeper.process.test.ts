import { expect, test } from "vitest";
import { insertSession } from "#lib/data/sessions.ts";
import { makePerson } from "#lib/testing/factories.ts";
import { readyServerProcess, until } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();

const countSessions = async () =>
	(await world.owner.query<{ count: number }>("select count(*)::int as count from sessions")).rows[0]?.count;

async function leaveOldSession() {
	const { id: userId } = await makePerson(world);
	const session = {
		id: crypto.randomUUID(),
		sidDigest: crypto.getRandomValues(new Uint8Array(32)),
		userId,
		createdAt: new Date("2020-01-01"),
		expiresAt: new Date("2020-01-02"),
		address: "",
		client: "",
	};
	await insertSession(world.database.db, session);
}

test("a worker keeps house, serves nobody, says how it is, and ends when it is told to", async () => {
	await leaveOldSession();

	const worker = await readyServerProcess({ ROLE: "worker" });

	await until("the house is kept", async () => (await countSessions()) === 0);
	await expect(fetch(worker.origin)).rejects.toThrow();
	expect((await fetch(`${worker.metricsOrigin}/readyz`)).status).toBe(200);
	expect(await (await fetch(`${worker.metricsOrigin}/metrics`)).text()).toContain(
		"process_cpu_seconds_total",
	);
	worker.child.kill("SIGTERM");
	expect(await worker.exit).toEqual({ code: 0, signal: null });
});

test("a process that only serves leaves the house as it is", async () => {
	await leaveOldSession();

	const web = await readyServerProcess({ ROLE: "web" });

	expect((await fetch(`${web.origin}/sign-in`)).status).toBe(200);
	expect(await countSessions()).toBe(1);
});

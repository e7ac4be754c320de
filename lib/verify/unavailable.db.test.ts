import { connect, createServer, type Socket } from "node:net";
import { afterAll, describe, expect, test, vi } from "vitest";
import { generateSecret } from "#lib/core/keys/format.ts";
import { openDatabase } from "#lib/data/client.ts";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { UNAVAILABLE } from "./unavailable.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();

describe("when nobody answers at the database's address", () => {
	const engine = testEngine(unreachableDatabase());

	test("a key that may well exist is neither good nor bad", async () => {
		const key = await makeKey(world, await makeAgency(world));

		expect(await verifyKey(engine, verifyCall(key.secret))).toBe(UNAVAILABLE);
	});

	test("a text without the shape of a key is refused all the same: that needs no database", async () => {
		expect(await verifyKey(engine, verifyCall("lk_agy_no"))).toMatchObject({ code: "NOT_FOUND" });
	});

	test("fifty questions at once get the same answer", async () => {
		const { plaintext } = generateSecret("AGENCY");

		const answers = await Promise.all(
			Array.from({ length: 50 }, () => verifyKey(engine, verifyCall(plaintext))),
		);

		expect(new Set(answers)).toEqual(new Set([UNAVAILABLE]));
	});
});

describe("when the database goes away", () => {
	test("a key that was good before is unknown, not refused, and good again afterwards", async () => {
		const key = await makeKey(world, await makeAgency(world));
		const relay = await openRelay(new URL(world.appUrl));
		const engine = testEngine(relay.database);
		expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" });

		relay.cut();
		expect(await verifyKey(engine, verifyCall(key.secret))).toBe(UNAVAILABLE);

		await relay.mend();
		await vi.waitFor(
			async () => expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" }),
			{ timeout: 2_000 },
		);
	});

	test("a database that stopped answering keeps nobody waiting", async () => {
		const key = await makeKey(world, await makeAgency(world), { credits: 5 });
		const relay = await openRelay(new URL(world.appUrl));
		const engine = testEngine(relay.database);
		expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" });
		const start = performance.now();

		relay.hush();
		expect(await verifyKey(engine, verifyCall(key.secret))).toBe(UNAVAILABLE);

		expect(performance.now() - start).toBeLessThan(4_000);
	});

	test("a login that the server ends in the middle is unknown, not refused", async () => {
		const key = await makeKey(world, await makeAgency(world));
		const database = openDatabase(world.appUrl, 1);
		afterAll(() => database.close());
		const engine = testEngine(database);
		await database.enginePool.query("select 1");

		const sleeping = database.enginePool.query("select pg_sleep(60)").catch(() => {});
		const answer = verifyKey(engine, verifyCall(key.secret));
		// The statement is under way when the server lists it, which may be a moment after it was sent.
		const end = () =>
			world.owner.query(
				`select pg_terminate_backend(pid) from pg_stat_activity
					where query = 'select pg_sleep(60)' and datname = current_database()`,
			);
		await vi.waitUntil(async () => (await end()).rowCount === 1, { timeout: 10_000 });
		await sleeping;

		const given = await answer;
		expect([UNAVAILABLE, "VALID"]).toContain(typeof given === "string" ? given : given.code);
	});
});

/** A way to the database that can be cut and mended. */
async function openRelay(target: URL) {
	const sockets = new Set<Socket>();
	const relay = createServer((from) => {
		const to = connect(Number(target.port), target.hostname);
		for (const socket of [from, to]) {
			sockets.add(socket);
			socket.on("error", () => {});
			socket.on("close", () => sockets.delete(socket));
		}
		from.pipe(to).pipe(from);
	});
	const listen = (port: number) =>
		new Promise<void>((resolve) => relay.listen(port, "127.0.0.1", () => resolve()));
	await listen(0);
	const { port } = relay.address() as { port: number };
	const url = Object.assign(new URL(target), { hostname: "127.0.0.1", port: String(port) });
	const database = openDatabase(url.href, 2);
	const cut = () => {
		relay.close();
		for (const socket of sockets) socket.destroy();
	};
	afterAll(async () => {
		cut();
		await database.close();
	});
	const hush = () => {
		for (const socket of sockets) socket.unpipe().pause();
	};
	return { database, cut, hush, mend: () => listen(port) };
}

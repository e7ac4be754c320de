import { describe, expect, test, vi } from "vitest";
import { runningEngine, testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey, minutesFrom, NOW, type TestKey } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { knownKey } from "#lib/testing/secret-row.ts";
import { anotherDatabase, testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { newCounters } from "./counters.ts";
import { UsageBuffer } from "./usage-buffer.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();

const newKey = async () => makeKey(world, await makeAgency(world));
const knownOf = (key: TestKey) => knownKey({ agency_id: key.agencyId, key_id: key.id });
const usesOf = async (key: TestKey) =>
	Number(
		(await world.owner.query("select sum(uses) as uses from key_usage_hours where key_id = $1", [key.id]))
			.rows[0].uses,
	);

describe("a batch", () => {
	test("that was written, and whose answer was lost, counts once", async () => {
		const relay = await openRelay(world.appUrl);
		const errors: unknown[] = [];
		const usage = new UsageBuffer({
			database: anotherDatabase(relay.url),
			onError: (error) => errors.push(error),
		});
		const [key, known] = await newKey().then((made) => [made, knownOf(made)] as const);
		usage.note(known, "VALID", NOW.getTime(), "203.0.113.7", "");
		await usage.flush();
		for (let use = 0; use < 5; use++) usage.note(known, "VALID", NOW.getTime(), "203.0.113.7", "");

		relay.loseAnswers();
		const flush = usage.flush();
		await vi.waitUntil(async () => (await usesOf(key)) === 6, { timeout: 5_000 });
		relay.cut();
		await flush;
		expect(errors).toHaveLength(1);
		usage.note(known, "VALID", NOW.getTime(), "203.0.113.7", "");
		await relay.mend();
		await usage.flush();
		await usage.flush();

		expect(errors).toHaveLength(1);
		expect(await usesOf(key)).toBe(7);
	});

	test("that goes over the full hour is written with both, and with one contact of each address", async () => {
		const key = await newKey();
		const known = knownOf(key);
		const usage = new UsageBuffer({
			database: world.database,
			onError(error) {
				throw error;
			},
		});
		for (const minutes of [58, 59, 60, 61]) {
			usage.note(known, "VALID", minutesFrom(NOW, minutes).getTime(), "203.0.113.7", `at ${minutes}`);
		}

		await usage.flush();

		const { rows } = await world.owner.query(
			`select first_seen_at as first, last_seen_at as last, client, (select count(*)::int from key_usage_hours h
				where h.key_id = l.key_id) as hours from key_addresses a join key_last_uses l using (agency_id, key_id)
				where key_id = $1`,
			[key.id],
		);
		expect(rows).toEqual([
			{ first: minutesFrom(NOW, 58), last: minutesFrom(NOW, 61), client: "at 61", hours: 2 },
		]);
	});
});

describe("while the database is away", () => {
	test("uses are kept up to a bound of keys, and those of keys that are kept go on counting", async () => {
		const counters = newCounters();
		const usage = new UsageBuffer({ database: unreachableDatabase(), onError: () => {}, counters });
		const known = knownKey();
		const one = { ...known, keyId: "0" };
		usage.note(one, "VALID", NOW.getTime(), null, "");
		for (let key = 1; key <= 50_005; key++) {
			usage.note({ ...known, keyId: `${key}`, meter: null }, "VALID", NOW.getTime(), null, "");
		}

		expect(counters.meters).toMatchObject({ buffered: 50_000, dropped: 6 });
		usage.note(one, "VALID", NOW.getTime(), null, "");
		expect(one.meter?.uses.VALID).toBe(2);
	});

	test("a key that is used from ever new addresses is counted, with a bound on the addresses", async () => {
		const key = await newKey();
		const known = knownOf(key);
		const usage = new UsageBuffer({ database: world.database, onError: () => {} });

		for (let host = 0; host < 1_000; host++) {
			usage.note(known, "VALID", NOW.getTime(), `2001:db8::${host.toString(16)}`, "");
		}
		await usage.flush();

		expect(await usesOf(key)).toBe(1_000);
		const { rows } = await world.owner.query(
			"select count(*)::int as addresses from key_addresses where key_id = $1",
			[key.id],
		);
		expect(rows).toEqual([{ addresses: 100 }]);
	});

	test("calls are answered all the same, and counted when it is back", async () => {
		const relay = await openRelay(world.appUrl);
		const engine = testEngine(anotherDatabase(relay.url), { graceMs: 30_000 });
		await engine.start();
		const key = await newKey();
		await vi.waitUntil(() => engine.database.changes.isProven, { timeout: 5_000 });
		await verifyKey(engine, verifyCall(key.secret));

		relay.cut();
		await vi.waitUntil(() => !engine.database.changes.isProven);
		for (let use = 0; use < 9; use++) {
			expect(await verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" });
		}
		await engine.usage.flush();
		await relay.mend();
		await engine.stop();

		expect(await usesOf(key)).toBe(10);
	});
});

test("an engine that runs writes its meters within moments, without being told to", async () => {
	const engine = await runningEngine(world.appUrl);
	const key = await newKey();

	for (let use = 0; use < 3; use++) await verifyKey(engine, verifyCall(key.secret));

	await vi.waitUntil(async () => (await usesOf(key)) === 3, { timeout: 5_000 });
	expect(engine.errors).toEqual([]);
});

test("a new address is told of once it is written", async () => {
	const told: unknown[] = [];
	const key = await newKey();
	const known = knownOf(key);
	const usage = new UsageBuffer({
		database: world.database,
		onError: () => {},
		onNewAddresses: (addresses) => told.push(...addresses),
	});
	for (const address of ["203.0.113.1", "203.0.113.2", "203.0.113.2"]) {
		usage.note(known, "VALID", NOW.getTime(), address, "");
		await usage.flush();
	}

	expect(told).toEqual([{ agency_id: key.agencyId, key_id: key.id, address: "203.0.113.2" }]);
});

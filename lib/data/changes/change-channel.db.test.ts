import { describe, expect, test, vi } from "vitest";
import { startedChannel } from "#lib/testing/channel.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";

const world = await testWorld();

/** Waits until something is so, and says how many milliseconds that took. */
async function timeUntil(isSo: () => boolean | Promise<boolean>, timeout = 5_000) {
	const since = performance.now();
	await vi.waitUntil(isSo, { timeout, interval: 5 });
	return performance.now() - since;
}

const leaseOf = async ({ instanceId }: { instanceId: string }) => {
	const { rows } = await world.owner.query<{ lease: Date }>(
		"select lease_ends_at as lease from engine_instances where id = $1",
		[instanceId],
	);
	return rows[0]?.lease ?? null;
};

const endListening = () =>
	world.owner.query(
		`select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'latchkey changes' and datname = current_database()`,
	);

const DEAF = {
	memoryMs: 0,
	onDatabaseTime: () => {},
	onChange: () => {},
	onEpoch: () => {},
	onUsesWanted: () => {},
	onInstances: () => {},
};

describe("a channel", () => {
	test("is in doubt until it is started, and again once it is stopped", async () => {
		const { changes } = anotherDatabase(world.appUrl);
		expect([changes.isProven, changes.epoch]).toEqual([false, 0]);

		await changes.start(DEAF);
		await vi.waitUntil(() => changes.isProven, { timeout: 2_000 });
		expect(changes.epoch).toBe(1);
		await changes.stop();

		expect(changes.isProven).toBe(false);
	});

	test("that finds no database is in doubt, and nobody waits for it", async () => {
		const relay = await openRelay(world.appUrl);
		relay.cut();
		const { changes } = anotherDatabase(relay.url);

		await changes.start(DEAF);

		expect(changes.isProven).toBe(false);
		await relay.mend();
		await timeUntil(() => changes.isProven);
		await changes.stop();
	});

	test("proves itself again and again over one connection, and tells the database's time", async () => {
		const { changes, databaseTimes } = await startedChannel(world.appUrl);
		const since = changes.provenAt;

		await timeUntil(() => changes.provenAt > since && databaseTimes.length > 1);

		expect([changes.epoch, changes.counts.connections, changes.isProven]).toEqual([1, 1, true]);
		const { rows } = await world.owner.query<{ now: Date }>("select clock_timestamp() as now");
		const age = Number(rows[0]?.now) - Number(databaseTimes.at(-1));
		expect(Math.abs(age)).toBeLessThan(2_000);
	});

	test("knows how many processes answer from memory", async () => {
		const [first, second] = [await startedChannel(world.appUrl), await startedChannel(world.appUrl)];
		await timeUntil(() => first.changes.instances === 2 && second.changes.instances === 2);

		await second.changes.stop();

		await timeUntil(() => first.changes.instances === 1);
	});
});

describe("a lease", () => {
	test("is renewed with each beat, outlasts the memory, and is gone once the channel is stopped", async () => {
		const { changes } = await startedChannel(world.appUrl, 30_000);
		const first = Number(await leaseOf(changes));
		expect(first - Date.now()).toBeGreaterThan(30_000);
		expect(first - Date.now()).toBeLessThan(31_600);

		await timeUntil(async () => Number(await leaseOf(changes)) > first);
		await changes.stop();

		expect(await leaseOf(changes)).toBeNull();
	});
});

describe("when the connection is lost", () => {
	test("because the server ends it, the process lives, and what it knew is of an earlier epoch", async () => {
		const { changes, heard } = await startedChannel(world.appUrl);

		await endListening();

		await timeUntil(() => changes.epoch > 1 && changes.isProven);
		heard.length = 0;
		await world.owner.query(
			"insert into agencies (id, slug, name, created_at) values (gen_random_uuid(), 'x', 'X', now())",
		);
		await world.owner.query("update agencies set name = 'Y' where slug = 'x'");
		await timeUntil(() => heard.length > 0);
	});

	test("the channel is in doubt at once, and proven again when there is a way again", async () => {
		const relay = await openRelay(world.appUrl);
		const { changes } = await startedChannel(relay.url, 30_000);

		relay.cut();
		expect(await timeUntil(() => !changes.isProven)).toBeLessThan(500);
		expect(changes.leaseUntil).toBeGreaterThan(performance.now() + 20_000);

		await relay.mend();
		expect(await timeUntil(() => changes.isProven)).toBeLessThan(2_500);
		expect(changes.epoch).toBe(2);
	});

	test("silently, the channel is in doubt within a second and a half, and proven again within two", async () => {
		const relay = await openRelay(world.appUrl);
		const { changes } = await startedChannel(relay.url);

		relay.hush();
		expect(await timeUntil(() => !changes.isProven)).toBeLessThan(2_000);

		await relay.mend();
		expect(await timeUntil(() => changes.isProven)).toBeLessThan(2_500);
	});
});

describe("what was learnt before a connection was lost", () => {
	test("may be used for the grace, until this process has told others that it heard them", async () => {
		const relay = await openRelay(world.appUrl);
		const { changes } = await startedChannel(relay.url, 30_000);
		const learntAt = performance.now();
		const [epoch, provenAt] = [changes.epoch, changes.provenAt];
		expect(changes.usableUntil(epoch, learntAt, 20_000)).toBe(Math.max(learntAt, changes.provenAt) + 20_000);

		relay.cut();
		await timeUntil(() => !changes.isProven);
		await relay.mend();
		await timeUntil(() => changes.isProven);
		expect(changes.usableUntil(epoch, learntAt, 20_000)).toBeGreaterThanOrEqual(provenAt + 20_000);
		expect(changes.usableUntil(epoch, learntAt, 300_000)).toBeLessThan(learntAt + 32_000);
		expect((await anotherDatabase(world.appUrl).changes.confirm()).propagated).toBe(false);

		await timeUntil(() => changes.usableUntil(epoch, learntAt, 20_000) === Number.NEGATIVE_INFINITY);
		expect(changes.usableUntil(changes.epoch, learntAt, 20_000)).toBeGreaterThan(learntAt);
	});

	test("is of no use when nobody remembers that time", async () => {
		const { changes } = await startedChannel(world.appUrl, 30_000);

		for (const epoch of [-1, changes.epoch + 1]) {
			expect(changes.usableUntil(epoch, performance.now(), 30_000)).toBe(Number.NEGATIVE_INFINITY);
		}
	});
});

// It might have missed that its lease ran out, and that others stopped waiting for it.
test("a process that stood still for longer than a second begins a new epoch", async () => {
	const { changes } = await startedChannel(world.appUrl);

	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_700);

	expect(changes.isProven).toBe(false);
	await timeUntil(() => changes.isProven);
	expect(changes.epoch).toBeGreaterThan(1);
});

describe("a database that takes no writes", () => {
	test("proves the channel for as long as the lease lasts that it cannot renew", async () => {
		const { changes } = await startedChannel(world.appUrl, 1_000);
		const login = new URL(world.appUrl).username;
		const name = new URL(world.appUrl).pathname.slice(1);
		await world.owner.query(`alter role ${login} in database ${name} set default_transaction_read_only = on`);

		await endListening();
		await timeUntil(() => changes.epoch === 2 && changes.isProven);
		const lease = await leaseOf(changes);
		const leaseUntil = changes.leaseUntil;
		const { beats } = changes.counts;
		await timeUntil(() => changes.counts.beats > beats + 1);

		expect(changes.leaseUntil).toBe(leaseUntil);
		expect(await leaseOf(changes)).toEqual(lease);
		await timeUntil(() => !changes.isProven);
		expect(performance.now()).toBeGreaterThanOrEqual(leaseUntil);
		await world.owner.query(`alter role ${login} in database ${name} reset default_transaction_read_only`);
	});
});

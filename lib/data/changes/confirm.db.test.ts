import { describe, expect, test, vi } from "vitest";
import { startedChannel } from "#lib/testing/channel.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld, unreachableDatabase } from "#lib/testing/world.ts";

const world = await testWorld();
const warnings: string[] = [];
process.on("warning", ({ message }) => warnings.push(message));

describe("a change is confirmed", () => {
	test("when nobody answers from memory, also by a process that hears nothing", async () => {
		expect(await anotherDatabase(world.appUrl).changes.confirm()).toEqual({ propagated: true });
	});

	test("by all who answer from memory, and they have heard it then", async () => {
		const channels = await Promise.all([1, 2, 3].map(() => startedChannel(world.appUrl)));
		const [asker] = channels;

		await world.owner.query(
			"select pg_notify('latchkey_changes', 'k agency ' || n) from generate_series(1, 50) n",
		);
		expect(await asker?.changes.confirm()).toEqual({ propagated: true });

		for (const { heard } of channels) expect(heard).toHaveLength(50);
	});

	test("a hundred times at once", async () => {
		const channels = await Promise.all([1, 2].map(() => startedChannel(world.appUrl)));

		const outcomes = await Promise.all(
			Array.from({ length: 100 }, (_, index) => channels[index % 2]?.changes.confirm()),
		);

		expect(new Set(outcomes.map((outcome) => outcome?.propagated))).toEqual(new Set([true]));
		expect(warnings).toEqual([]);
	});

	test("to a process that answers nothing from memory itself, but hears the others", async () => {
		await startedChannel(world.appUrl);
		const asker = anotherDatabase(world.appUrl).changes;
		await asker.start();

		expect(await asker.confirm()).toEqual({ propagated: true });

		await asker.stop();
	});
});

describe("a change is not confirmed", () => {
	test("to a process that cannot hear the others: it is certain when their leases end", async () => {
		await startedChannel(world.appUrl, 5_000);

		const outcome = await anotherDatabase(world.appUrl).changes.confirm();

		expect(outcome).toMatchObject({
			propagated: false,
			laggards: [expect.stringContaining(`:${process.pid}`)],
		});
		const certainIn = outcome.propagated ? 0 : Number(outcome.certainBy) - Date.now();
		expect(certainIn).toBeGreaterThan(4_000);
		expect(certainIn).toBeLessThan(6_600);
	});

	test("while somebody is silent whose lease lasts; once it has ended, or they have stopped, it is", async () => {
		const relay = await openRelay(world.appUrl);
		const asker = await startedChannel(world.appUrl);
		const silent = await startedChannel(relay.url, 500);
		expect(await asker.changes.confirm()).toEqual({ propagated: true });

		relay.hush();
		const since = performance.now();
		const outcome = await asker.changes.confirm();
		expect(performance.now() - since).toBeLessThan(1_000);

		expect(outcome).toMatchObject({ propagated: false, laggards: [expect.any(String)] });
		const certainBy = outcome.propagated ? 0 : Number(outcome.certainBy);
		await vi.waitUntil(async () => (await asker.changes.confirm()).propagated, { timeout: 5_000 });
		expect(Date.now()).toBeGreaterThanOrEqual(certainBy);
		expect(silent.changes.isProven).toBe(false);
		await relay.mend();
		await vi.waitUntil(() => silent.changes.isProven, { timeout: 5_000 });
		await silent.changes.stop();
		expect(await asker.changes.confirm()).toEqual({ propagated: true });
	});

	test("when the database falls silent: nobody knows who has heard", async () => {
		const outcome = await unreachableDatabase().changes.confirm();

		expect(outcome).toMatchObject({ propagated: false, laggards: [] });
		const certainIn = outcome.propagated ? 0 : Number(outcome.certainBy) - Date.now();
		expect(certainIn).toBeGreaterThan(300_000);
	});
});

import { describe, expect, test } from "vitest";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import { makeAgency, makeKey } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { untilUsesAreWritten } from "./until-written.ts";

const world = await testWorld();
const { owner } = world;
const asker = anotherDatabase(world.appUrl);
const agency = await makeAgency(world);

const countUses = async (keyId: string) =>
	(await owner.query("select from key_last_uses where key_id = $1 and last_used_at is not null", [keyId]))
		.rows.length;

test("uses that other processes hold in memory can be read once all have written them", async () => {
	const engines = await Promise.all([runningEngine(world.appUrl), runningEngine(world.appUrl)]);
	const read: number[] = [];

	for (let round = 0; round < 5; round++) {
		for (const engine of engines) {
			const key = await makeKey(world, agency);
			expect(await codeOf(engine, key)).toBe("VALID");
			expect(await untilUsesAreWritten(asker, 5_000)).toBe(true);
			read.push(await countUses(key.id));
		}
	}

	expect(read).toEqual(Array.from({ length: 10 }, () => 1));
});

test("nobody is waited for when nobody serves", async () => {
	expect(await untilUsesAreWritten(asker, 0)).toBe(true);
});

describe("a process that cannot reach the database", () => {
	test.each(["cut", "hush", "loseAnswers"] as const)("may hold uses: %s", async (fault) => {
		const relay = await openRelay(world.appUrl);
		await runningEngine(world.appUrl);
		const engine = await runningEngine(relay.url, { graceMs: 30_000 });
		const key = await makeKey(world, agency);
		expect(await codeOf(engine, key)).toBe("VALID");
		relay[fault]();

		expect(await untilUsesAreWritten(asker, 400)).toBe(false);

		await relay.mend();
		expect(await untilUsesAreWritten(asker, 15_000)).toBe(true);
		expect(await countUses(key.id)).toBe(1);
	});

	test("is not waited for once its lease has ended", async () => {
		const relay = await openRelay(world.appUrl);
		await runningEngine(relay.url, { graceMs: 0 });
		relay.cut();

		expect(await untilUsesAreWritten(asker, 5_000)).toBe(true);
	});
});

test("a process that was killed is not waited for longer than its lease", async () => {
	await owner.query(
		`insert into engine_instances (id, name, started_at, lease_ends_at)
		values (gen_random_uuid(), 'killed', now() - interval '1 minute', now() + interval '1 second')`,
	);

	expect(await untilUsesAreWritten(asker, 0)).toBe(false);
	expect(await untilUsesAreWritten(asker, 5_000)).toBe(true);
});

test("a database that is away is an error, and no answer", async () => {
	await expect(untilUsesAreWritten(unreachableDatabase(), 5_000)).rejects.toThrow();
});

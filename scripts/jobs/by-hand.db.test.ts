import { expect, test } from "vitest";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { doByHand } from "./by-hand.ts";
import { readOrder } from "./order.ts";

const world = await testWorld();

async function jobs(words: string) {
	const printed: string[] = [];
	const signal = new AbortController().signal;
	const by = { database: anotherDatabase(world.appUrl), signal, print: (line: string) => printed.push(line) };
	const code = await doByHand(readOrder(words.split(" ")), by);
	return { code, printed: printed.join("\n") };
}

const runs = async () => (await world.owner.query("select name, clock_at, outcome from job_runs")).rows;

test("jobs are listed with when they run, when they last did, and what came of it", async () => {
	expect((await jobs("list")).printed).toMatch(/^keep-house +every hour at :07 +not yet$/m);

	expect(await jobs("run keep-house")).toEqual({
		code: 0,
		printed:
			"Forgot what was old: 0 sessions, 0 tokens, 0 notifications, 0 webhook events, 0 refusals, 0 hours of places, 0 runs.",
	});

	const { code, printed } = await jobs("list");
	expect(code).toBe(0);
	expect(printed).toMatch(/^keep-house +every hour at :07 +\d{4}-\S+Z {2}Forgot what was old: 0 sessions/m);
	expect(printed).toMatch(/^deliver-webhooks +when it is asked for +not yet$/m);
});

test("at a time that is far away a job refuses, unless whoever runs it accepts the clock or only wants to see", async () => {
	await world.owner.query("delete from job_runs");

	const seen = await jobs("run keep-house --at 2031-03-02T12:00:00Z --dry-run");
	expect([seen.code, await runs()]).toEqual([0, []]);
	const refused = await jobs("run keep-house --at 2031-03-02T12:00:00Z");
	const accepted = await jobs("run keep-house --at 2031-03-02T12:00:00Z --accept-clock");

	expect(refused.code).toBe(1);
	expect(refused.printed).toContain(
		"more than a day apart. Nothing was done.\nTo run it at this time all the same",
	);
	expect(accepted.code).toBe(0);
	expect(await runs()).toMatchObject([{ name: "keep-house", clock_at: new Date("2031-03-02T12:00:00Z") }]);
});

test("jobs that failed for good are counted, and forgotten after 30 days", async () => {
	const add = async (key: string, days: number, tried: number) => {
		await world.owner.query(
			"select graphile_worker.add_job('revoke-leaked', job_key => $1, max_attempts => 2)",
			[key],
		);
		await world.owner.query(
			`update graphile_worker._private_jobs set attempts = $2, last_error = 'away',
				run_at = now() - make_interval(days => $3) where key = $1`,
			[key, tried, days],
		);
	};
	await add("old", 31, 2);
	await add("young", 29, 2);
	await add("tried again", 31, 1);

	const before = await jobs("list");
	await jobs("run keep-house --accept-clock");

	expect(before.printed).toMatch(/^revoke-leaked .*\(2 given up: see the log\)$/m);
	expect((await jobs("list")).printed).toMatch(/^revoke-leaked .*\(1 given up: see the log\)$/m);
	const { rows } = await world.owner.query("select key from graphile_worker.jobs order by key");
	expect(rows).toEqual([{ key: "tried again" }, { key: "young" }]);
});

test("a database of before says so in a sentence", async () => {
	await world.owner.query("alter table job_runs rename to job_runs_away");

	await expect(jobs("list")).rejects.toThrow("The database is older than this release");
	await expect(jobs("run keep-house")).rejects.toThrow("The database is older than this release");
	await world.owner.query("alter table job_runs_away rename to job_runs");
});

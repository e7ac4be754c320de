import { expect, test } from "vitest";
import { insertSession } from "#lib/data/sessions.ts";
import { daysFrom, makeAgency, makeMember, makePerson } from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { testWorld } from "#lib/testing/world.ts";
import { runJob } from "./run-job.ts";

const world = await testWorld();
const { database, owner } = world;
const NOW = new Date();

const within = <T>(begin: (signal: AbortSignal) => Promise<T>) => begin(new AbortController().signal);
const run = (at: Date, options: { acceptClock?: boolean; byDatabase?: boolean; dryRun?: boolean } = {}) => {
	const { dryRun = false, ...clock } = options;
	return runJob("keep-house", { database, now: at, dryRun, within }, {}, clock);
};

async function makeOldSession() {
	const { id: userId } = await makePerson(world);
	await insertSession(database.db, {
		id: crypto.randomUUID(),
		sidDigest: crypto.getRandomValues(new Uint8Array(32)),
		userId,
		createdAt: daysFrom(NOW, -90),
		expiresAt: daysFrom(NOW, -60),
		address: "",
		client: "",
	});
}

const sessions = async () => Number((await owner.query("select count(*) from sessions")).rows[0].count);
const kept = async () => (await owner.query("select clock_at, outcome from job_runs")).rows;
const forget = () => owner.query("delete from job_runs; delete from sessions");
const ranLast = (at: Date) =>
	owner.query("insert into job_runs values ('keep-house', $1, now(), 'Forgot nothing.')", [at]);

test("a run keeps what came of it", async () => {
	await forget();
	await makeOldSession();

	const outcome = await run(NOW);

	expect(outcome).toEqual({
		done: true,
		words:
			"Forgot what was old: 1 sessions, 0 tokens, 0 notifications, 0 webhook events, 0 refusals, 0 hours of places, 0 runs.",
	});
	expect(await kept()).toEqual([{ clock_at: NOW, outcome: outcome.words }]);
});

test.each([-20, 20])("a clock that is %i hours wrong makes nothing due that is not", async (hours) => {
	await forget();
	const before = Date.now();

	await run(daysFrom(NOW, hours / 24), { byDatabase: true });

	const at = (await kept())[0]?.clock_at.getTime();
	expect(at).toBeGreaterThan(before - 60_000);
	expect(at).toBeLessThan(Date.now() + 60_000);
});

test("a clock that is far from the database's is refused every time, and what ran before stays known", async () => {
	await forget();
	await makeOldSession();
	await ranLast(NOW);

	const outcomes = [await run(daysFrom(NOW, 2)), await run(daysFrom(NOW, 2))];

	for (const { done, words } of outcomes) {
		expect(done).toBe(false);
		expect(words).toContain("more than a day apart. Nothing was done.");
	}
	expect(await sessions()).toBe(1);
	expect((await kept())[0]?.clock_at).toEqual(NOW);
});

test("after four days without a run the first is refused, and the next goes on", async () => {
	await forget();
	await makeOldSession();
	await ranLast(daysFrom(NOW, -4));

	const first = await run(NOW);
	expect(await sessions()).toBe(1);
	const second = await run(new Date(NOW.getTime() + 3_600_000));

	expect([first.done, second.done]).toEqual([false, true]);
	expect(first.words).toMatch(/^Refused once:/);
	expect(await sessions()).toBe(0);
});

test("whoever accepts the clock runs at any time, and the next run at the right time is refused once", async () => {
	await forget();

	const outcomes = [await run(daysFrom(NOW, 400), { acceptClock: true }), await run(NOW), await run(NOW)];

	expect(outcomes.map(({ done }) => done)).toEqual([true, false, true]);
});

test("mail of a day to come is refused, since a person's daily mail would wait for that day from then on", async () => {
	await forget();
	const agency = await makeAgency(world);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	await tellKeepers(world, agency, { at: daysFrom(NOW, -1) });

	const job = { database, now: daysFrom(NOW, 400), dryRun: false, within };
	const outcome = await runJob("mail-notifications", job, {});

	expect(outcome.done).toBe(false);
	const { rows } = await owner.query("select mailed_at from notifications");
	expect(rows).toEqual([{ mailed_at: null }]);
});

test("a dry run is allowed at any time, does nothing and keeps nothing", async () => {
	await forget();
	await makeOldSession();

	const { done, words } = await run(daysFrom(NOW, 400), { dryRun: true });

	expect(done).toBe(true);
	expect(words).toMatch(/^Would forget/);
	expect([await sessions(), await kept()]).toEqual([1, []]);
});

test("a run that fails says so, and the clock of the last one that did not stays known", async () => {
	await forget();
	await ranLast(NOW);
	await owner.query("alter table sessions rename to sessions_away");

	await expect(run(new Date(NOW.getTime() + 60_000))).rejects.toThrow();
	await owner.query("alter table sessions_away rename to sessions");

	const [row] = await kept();
	expect(row).toMatchObject({ clock_at: NOW });
	expect(row?.outcome).toMatch(/^Failed: /);
});

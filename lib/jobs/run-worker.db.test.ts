import { expect, test, vi } from "vitest";
import { addJob } from "#lib/data/jobs.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { daysFrom, makeAgency, makeLocation, makePerson } from "#lib/testing/factories.ts";
import { startReceiver } from "#lib/testing/receiver.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { whenDone } from "#lib/testing/when-done.ts";
import { makeWorkflow, start } from "#lib/testing/workflows.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { putDueJobs } from "./run-schedule.ts";
import { startJobs } from "./run-worker.ts";

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();
const { database, owner } = world;
const WAIT = { timeout: 15_000, interval: 20 };

/** Starts a worker over a database, stopped when the test is done. */
function worker(url = world.appUrl, options: Parameters<typeof startJobs>[1] = {}) {
	const jobs = startJobs(anotherDatabase(url), options);
	whenDone(() => jobs.stop());
	return jobs;
}

async function oldSession() {
	const { id: userId } = await makePerson(world);
	const ended = daysFrom(new Date(), -40);
	await owner.query(
		`insert into sessions (id, sid_digest, user_id, created_at, last_seen_at, expires_at, address, client)
		values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $2, $2, '', '')`,
		[userId, ended],
	);
}

const count = async (from: string) =>
	Number((await owner.query(`select count(*)::int as count from ${from}`)).rows[0].count);
const sessionsLeft = () => count("sessions");
const queued = (name = "keep-house") =>
	count(`graphile_worker.jobs where task_identifier = '${name}' and attempts < max_attempts`);
const enqueue = () => transactAs(database, {}, (tx) => addJob(tx, "keep-house", {}));
const forget = () =>
	owner.query("delete from job_slots; delete from graphile_worker._private_jobs; delete from job_runs");

test("a job is done once its transaction has committed, and never when it does not", async () => {
	await forget();
	await putDueJobs(database);
	worker();
	await vi.waitUntil(async () => (await queued()) === 0, WAIT);
	await oldSession();

	await expect(
		transactAs(database, {}, async (tx) => {
			await addJob(tx, "keep-house", {});
			throw new Error("taken back");
		}),
	).rejects.toThrow("taken back");
	expect(await queued()).toBe(0);
	await enqueue();

	await vi.waitUntil(async () => (await sessionsLeft()) === 0, WAIT);
	await vi.waitUntil(async () => (await queued()) === 0, WAIT);
	const { rows } = await owner.query("select outcome from job_runs where name = 'keep-house'");
	expect(rows[0].outcome).toMatch(/^Forgot what was old: 1 sessions/);
});

test("no other job waits for workflows, however many of their calls hang", async () => {
	await forget();
	await putDueJobs(database);
	const released = Promise.withResolvers<void>();
	const receiver = await startReceiver(async (response) => {
		await released.promise;
		response.writeHead(204).end();
	});
	whenDone(() => released.resolve());
	const location = await makeLocation(world, await makeAgency(world));
	await makeWorkflow(world, location, { steps: [{ kind: "call_webhook", url: receiver.url }] });
	for (let run = 0; run < 40; run++) await start(world, location, (await makeContact(world, location)).id);
	await owner.query("update workflow_runs set next_at = now() - interval '1 hour'");
	worker();
	await vi.waitUntil(() => receiver.received.length >= 10, WAIT);

	await oldSession();
	await enqueue();

	await vi.waitUntil(async () => (await sessionsLeft()) === 0, { ...WAIT, timeout: 5_000 });
	expect(await count("workflow_runs where state = 'RUNNING'")).toBe(40);
	released.resolve();
	await vi.waitUntil(async () => (await count("workflow_runs where state = 'RUNNING'")) === 0, WAIT);
}, 60_000);

test("however many look at the schedule, each turn puts a job into the queue once", async () => {
	await forget();

	await Promise.all(Array.from({ length: 8 }, () => putDueJobs(database)));
	const { rows: jobs } = await owner.query("select id, key from graphile_worker.jobs order by key");
	await putDueJobs(database);

	expect(jobs.map(({ key }) => key)).toEqual([
		"find-due-runs",
		"find-due-webhooks",
		"keep-house",
		"mail-notifications",
		"purge-trash",
		"sweep-expiry",
		"sweep-inactivity",
	]);
	const { rows: after } = await owner.query(
		"select id, key from graphile_worker.jobs where key not like 'find-due-%' order by key",
	);
	expect(after).toEqual(jobs.filter(({ key }) => !key.startsWith("find-due-")));
});

test("turns that nobody saw are made up for by one job, also after a clock that had gone ahead", async () => {
	await forget();
	await putDueJobs(database);
	await owner.query("delete from graphile_worker._private_jobs");
	await owner.query("update job_slots set slot = slot - interval '9 days' where name = 'purge-trash'");
	await owner.query("update job_slots set slot = slot + interval '9 days' where name = 'keep-house'");

	await putDueJobs(database);

	expect([await queued("purge-trash"), await queued("keep-house"), await queued("sweep-expiry")]).toEqual([
		1, 1, 0,
	]);
});

test("a job that cannot be read is given up", async () => {
	await forget();
	await putDueJobs(database);
	await owner.query(
		`select graphile_worker.add_job('keep-house', '{"sessions":"all"}', job_key => 'unreadable')`,
	);

	worker();

	await vi.waitUntil(async () => (await count("graphile_worker.jobs where key = 'unreadable'")) === 0, WAIT);
});

test("what a killed worker held is freed, and neither the schedule nor a job of the same key waits for it", async () => {
	await forget();
	await putDueJobs(database);
	const hold = (minutes: number) =>
		owner.query(
			`update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() - make_interval(mins => $1),
				attempts = 1 where key = 'keep-house'`,
			[minutes],
		);
	await hold(14);
	await putDueJobs(database);
	expect(await count("graphile_worker.jobs where locked_by = 'gone'")).toBe(1);
	await owner.query("update job_slots set slot = slot - interval '1 hour' where name = 'keep-house'");

	await putDueJobs(database);
	expect(await count("graphile_worker.jobs where key = 'keep-house' and locked_by is null")).toBe(1);
	await hold(16);
	await putDueJobs(database);

	expect(await count("graphile_worker.jobs where key = 'keep-house' and locked_by = 'gone'")).toBe(0);
});

test("a worker goes on by itself after the database was away, at its start and later", async () => {
	await forget();
	const relay = await openRelay(world.appUrl);
	relay.cut();
	worker(relay.url);
	await oldSession();
	await enqueue();

	await relay.mend();
	await vi.waitUntil(async () => (await sessionsLeft()) === 0, WAIT);
	relay.cut();
	await oldSession();
	await enqueue();
	await relay.mend();

	await vi.waitUntil(async () => (await sessionsLeft()) === 0, WAIT);
}, 40_000);

test("a worker that is stopped takes no further jobs, and gives back what it cannot finish", async () => {
	await forget();
	await putDueJobs(database);
	const jobs = startJobs(anotherDatabase(world.appUrl));
	await vi.waitUntil(async () => (await queued()) === 0, WAIT);
	await oldSession();
	const holder = await owner.connect();
	await holder.query("begin; lock table sessions in access exclusive mode");
	await enqueue();
	await vi.waitUntil(
		async () =>
			(await count("graphile_worker.jobs where task_identifier = 'keep-house' and locked_by is not null")) ===
			1,
		WAIT,
	);

	const startedAt = performance.now();
	await jobs.stop();

	expect(performance.now() - startedAt).toBeLessThan(5_500);
	expect(await count("graphile_worker.jobs where task_identifier = 'keep-house' and locked_by is null")).toBe(
		1,
	);
	await holder.query("rollback");
	holder.release();
});

test("a job that never ends gives up its place when its time is over, is tried again, and says so in the list", async () => {
	await forget();
	await makeAgency(world);
	await putDueJobs(database);
	const before = startJobs(anotherDatabase(world.appUrl));
	await vi.waitUntil(async () => (await count("graphile_worker.jobs")) === 0, WAIT);
	await before.stop();
	const holder = await owner.connect();
	whenDone(() => holder.release(true));
	await holder.query("begin; lock table api_keys in access exclusive mode");
	await transactAs(database, {}, (tx) => addJob(tx, "purge-trash", {}));
	const job = "graphile_worker.jobs where task_identifier = 'purge-trash'";

	worker(world.appUrl, { jobMsMax: 200 });

	await vi.waitUntil(async () => (await count(`${job} and attempts = 1 and locked_by is null`)) === 1, WAIT);
	const { rows } = await owner.query(
		"select attempts, last_error from graphile_worker.jobs where task_identifier = 'purge-trash'",
	);
	expect(rows).toEqual([{ attempts: 1, last_error: "the job took too long" }]);
	const { rows: runs } = await owner.query("select outcome from job_runs where name = 'purge-trash'");
	expect(runs).toEqual([{ outcome: "Failed: the job took too long" }]);
});

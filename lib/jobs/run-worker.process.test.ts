import { expect, test } from "vitest";
import { addJob } from "#lib/data/jobs.ts";
import { insertSession } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { makePerson } from "#lib/testing/factories.ts";
import { readyServerProcess, until } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { database, owner } = world;

async function leaveOldSession() {
	const { id: userId } = await makePerson(world);
	await insertSession(database.db, {
		id: crypto.randomUUID(),
		sidDigest: crypto.getRandomValues(new Uint8Array(32)),
		userId,
		createdAt: new Date("2020-01-01"),
		expiresAt: new Date("2020-01-02"),
		address: "",
		client: "",
	});
}

const count = async (from: string) =>
	Number((await owner.query(`select count(*)::int as count from ${from}`)).rows[0].count);
const isKept = async () => (await count("sessions")) === 0;
const enqueue = () => transactAs(database, {}, (tx) => addJob(tx, "keep-house", {}));
const isHeld = async () =>
	(await count("graphile_worker.jobs where task_identifier = 'keep-house' and locked_by is not null")) > 0;

test("a worker does at once what another process puts into the queue, and ends in order", async () => {
	const worker = await readyServerProcess({ ROLE: "worker" });
	await until(
		"the first turns are over",
		async () => (await count("job_runs where name = 'keep-house'")) === 1,
	);
	await leaveOldSession();

	await enqueue();

	await until("the job is done", isKept);
	worker.child.kill("SIGTERM");
	expect(await worker.exit).toEqual({ code: 0, signal: null });
});

test("when a worker is killed in the middle of a job, the job's next turn does not wait for it", async () => {
	const first = await readyServerProcess({ ROLE: "worker" });
	await leaveOldSession();
	const holder = await owner.connect();
	await holder.query("begin; lock table sessions in access exclusive mode");
	await enqueue();
	await until("the job runs", isHeld);

	first.child.kill("SIGKILL");
	await first.exit;
	await holder.query("rollback");
	holder.release();
	expect([await isHeld(), await isKept()]).toEqual([true, false]);
	await owner.query("update job_slots set slot = slot - interval '1 hour' where name = 'keep-house'");
	await readyServerProcess({ ROLE: "worker" });

	await until("the job is done", isKept);
	await owner.query("delete from graphile_worker._private_jobs");
});

test("a worker outlives its database, and needs no restart", async () => {
	const worker = await readyServerProcess({ ROLE: "worker" });
	const cut = () =>
		owner.query(
			"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
		);
	for (let times = 0; times < 5; times++) await cut().catch(() => {});
	await leaveOldSession();

	await enqueue();

	await until("the job is done", isKept, 60_000);
	expect(worker.child.exitCode).toBeNull();
});

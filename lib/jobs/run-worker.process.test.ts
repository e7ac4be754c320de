import { expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { addJob } from "#lib/data/jobs.ts";
import { insertSession } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { auditTrail, makeAgency, makeKey, makeMember, makePerson } from "#lib/testing/factories.ts";
import { readyServerProcess, until } from "#lib/testing/server-process.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { database, owner } = world;

async function leaveOldSession(within = database) {
	const { id: userId } = await makePerson({ ...world, database: within });
	await insertSession(within.db, {
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
const enqueue = (into = database) => transactAs(into, {}, (tx) => addJob(tx, "keep-house", {}));
const isHeld = async () =>
	(await count("graphile_worker.jobs where task_identifier = 'keep-house' and locked_by is not null")) > 0;

const LEAKS_WAITING = "graphile_worker.jobs where task_identifier = 'revoke-leaked'";
const WAITING_FOR_ROW = "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

test("a process that serves ends in order and in time while a job does not end", async () => {
	const web = await readyServerProcess();
	await until("the first turns are over", async () => (await count("graphile_worker.jobs")) === 0);
	const holder = await owner.connect();
	await holder.query("begin; lock table sessions in access exclusive mode");
	await enqueue();
	await until("the job runs", isHeld);

	const toldAt = performance.now();
	web.child.kill("SIGTERM");
	const exit = await web.exit;
	const neededMs = performance.now() - toldAt;
	await holder.query("rollback");
	holder.release();

	expect(exit).toEqual({ code: 0, signal: null });
	expect(neededMs).toBeLessThan(9_000);
	expect(await isHeld()).toBe(false);
	await owner.query("delete from graphile_worker._private_jobs");
});

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
			"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'latchkey%'",
		);
	for (let times = 0; times < 5; times++) await cut();
	// Connections of before may be cut only after this process has begun to use them again.
	const uncut = anotherDatabase(world.appUrl);
	await leaveOldSession(uncut);

	await enqueue(uncut);

	await until("the job is done", isKept, 60_000);
	expect(worker.child.exitCode).toBeNull();
});

test("what a killed worker had begun is finished by another, and nothing of it is done twice", async () => {
	const agency = await makeAgency(world);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	const keys = [await makeKey(world, agency), await makeKey(world, agency), await makeKey(world, agency)];
	const digests = keys.flatMap(({ secret }) =>
		keyRing("key-pepper").map((pepper) => digestKey(secret, pepper).toString("base64url")),
	);
	const done = () => count("api_keys where compromised");
	const worker = await readyServerProcess({ ROLE: "worker" });
	const holder = await owner.connect();
	await holder.query("begin");
	await holder.query("select from api_keys where id = $1 for update", [keys[1]?.id]);
	await transactAs(database, {}, (tx) => addJob(tx, "revoke-leaked", { digests, note: "", url: null }));
	await until("the batch is under way", async () => (await count(WAITING_FOR_ROW)) > 0);

	worker.child.kill("SIGKILL");
	await worker.exit;
	await holder.query("rollback");
	holder.release();
	expect(await done()).toBeLessThan(3);
	await owner.query("update graphile_worker._private_jobs set locked_at = now() - interval '16 minutes'");
	await readyServerProcess({ ROLE: "worker" });

	await until("the rest is done", async () => (await done()) === 3);
	await until("the queue knows", async () => (await count(LEAKS_WAITING)) === 0);
	expect(await auditTrail(world, agency)).toHaveLength(3);
	expect(await count("notifications where kind = 'key.leaked'")).toBe(3);
});

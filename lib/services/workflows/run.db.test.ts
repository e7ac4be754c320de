import { Webhook } from "standardwebhooks";
import { describe, expect, test, vi } from "vitest";
import { CALL_DELAYS_MS } from "#lib/core/crm/call-retries.ts";
import type { Step } from "#lib/core/crm/workflow-steps.ts";
import { RUN_DEPTH_MAX } from "#lib/core/crm/workflows.ts";
import { newId } from "#lib/core/ids.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import {
	makeAgency,
	makeLocation,
	makeMember,
	makePerson,
	minutesFrom,
	NOW,
} from "#lib/testing/factories.ts";
import { answerWith, startReceiver } from "#lib/testing/receiver.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { makeWorkflow, type StoredRun, start, storedHistory, storedRuns } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { queueDueRuns } from "./find-due.ts";
import { runSteps } from "./run.ts";

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();

/** A contact that has just been started through a workflow of these steps. */
async function startedRun(steps: Step[], given = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const workflow = await makeWorkflow(world, location, { steps });
	const contact = await makeContact(world, location, {
		firstName: "Ada",
		email: "ada@example.test",
		...given,
	});
	await start(world, location, contact.id);
	const [run] = await storedRuns(world, location);
	if (!run) throw new Error("nothing was started");
	const target = { agencyId: agency.id, runId: run.id };
	const go = (now = NOW, signal = new AbortController().signal) =>
		runSteps({ database: world.database, now, signal }, target);
	const stored = async (): Promise<StoredRun | undefined> =>
		(await storedRuns(world, location)).find(({ id }) => id === run.id);
	return { agency, location, workflow, contact, run, target, go, stored };
}

const contactRow = async (id: string) =>
	(await world.owner.query("select *, coalesce(tags, '{}') as tags from contacts where id = $1", [id]))
		.rows[0];

const queued = async (runId: string) =>
	(
		await world.owner.query<{ run_at: Date }>("select run_at from graphile_worker.jobs where key = $1", [
			`workflow-run:${runId}`,
		])
	).rows.map(({ run_at }) => run_at);

const failedCall = { outcome: "FAILED", detail: "The answer was 500." };

describe("the steps", () => {
	test("are taken in their order, and the run is done", async () => {
		const { go, contact, run, stored } = await startedRun([
			{ kind: "add_tag", tag: "a" },
			{ kind: "add_tag", tag: "b" },
			{ kind: "remove_tag", tag: "a" },
			{ kind: "update_field", field: "city", value: "Kiel" },
			{ kind: "update_field", field: "email", value: "" },
		]);

		await go();

		expect(await contactRow(contact.id)).toMatchObject({ tags: ["b"], city: "Kiel", email: null });
		expect(await stored()).toMatchObject({ state: "DONE", position: 5, next_at: null });
		expect((await storedHistory(world, run.id)).map(({ outcome }) => outcome)).toEqual(Array(5).fill("DONE"));
	});

	test("that have nothing to do are passed, and say so", async () => {
		const { go, run } = await startedRun(
			[
				{ kind: "add_tag", tag: "a" },
				{ kind: "remove_tag", tag: "b" },
			],
			{ tags: ["a"] },
		);

		await go();

		expect((await storedHistory(world, run.id)).map(({ outcome }) => outcome)).toEqual([
			"SKIPPED",
			"SKIPPED",
		]);
	});

	test("are each taken once, however many workers ask at the same time", async () => {
		const steps: Step[] = Array.from({ length: 10 }, (_, index) => ({ kind: "add_tag", tag: `t${index}` }));
		const { go, contact, run } = await startedRun(steps);

		await Promise.all([go(), go(), go(), go()]);

		expect(await storedHistory(world, run.id)).toHaveLength(10);
		expect((await contactRow(contact.id)).tags).toEqual(steps.map((_, index) => `t${index}`));
	});

	test("wait as long as they are told, and not for ever when the job is lost", async () => {
		const { go, run, stored } = await startedRun([
			{ kind: "wait", minutes: 60 },
			{ kind: "add_tag", tag: "later" },
		]);

		await go();
		expect(await stored()).toMatchObject({ state: "RUNNING", position: 1, next_at: minutesFrom(NOW, 60) });
		await go(minutesFrom(NOW, 59));
		expect(await stored()).toMatchObject({ position: 1 });
		await world.owner.query("delete from graphile_worker._private_jobs where key = $1", [
			`workflow-run:${run.id}`,
		]);
		await queueDueRuns({ database: world.database, now: minutesFrom(NOW, 61) });
		expect(await queued(run.id)).toHaveLength(1);
		await go(minutesFrom(NOW, 61));

		expect(await stored()).toMatchObject({ state: "DONE" });
	});

	test("wait to the end when waiting is the last of them", async () => {
		const { go, stored } = await startedRun([{ kind: "wait", minutes: 5 }]);

		await go();
		expect(await stored()).toMatchObject({ state: "RUNNING" });
		await go(minutesFrom(NOW, 6));

		expect(await stored()).toMatchObject({ state: "DONE" });
	});

	test("tell the location's keepers, once", async () => {
		const { agency, location, go, run } = await startedRun([{ kind: "notify", message: "Call them back." }]);
		const manager = await makePerson(world);
		await makeMember(world, agency, manager, "MANAGER", location);
		await makeMember(world, agency, await makePerson(world), "VIEWER", location);

		await Promise.all([go(), go()]);

		const { rows } = await world.owner.query("select * from notifications where agency_id = $1", [agency.id]);
		expect(rows).toMatchObject([
			{
				user_id: manager.id,
				location_id: location.id,
				kind: "workflow.message",
				occasion: `${run.id} 0`,
				detail: { workflow: "Welcome", contact: "Ada", message: "Call them back." },
			},
		]);
	});

	test("end with one that is refused: nothing of it stays, and its reason is noted", async () => {
		const { location, go, contact, run, stored } = await startedRun([
			{ kind: "update_field", field: "email", value: "taken@example.test" },
			{ kind: "add_tag", tag: "never" },
		]);
		await makeContact(world, location, { email: "taken@example.test" });

		await go();

		expect(await stored()).toMatchObject({ state: "FAILED", position: 0, next_at: null });
		expect(await storedHistory(world, run.id)).toMatchObject([
			{ position: 0, outcome: "FAILED", detail: expect.stringContaining("Another contact") },
		]);
		expect(await contactRow(contact.id)).toMatchObject({ email: "ada@example.test", tags: [] });
	});

	test.each([
		["a field that is gone", { field: newId(), value: "x" }, "no custom field"],
		["a value that does not fit", { field: "timezone", value: "Mars" }, "time zone"],
	])("end with %s", async (_, part, words) => {
		const { go, run, stored } = await startedRun([{ kind: "update_field", ...part }]);

		await go();

		expect(await stored()).toMatchObject({ state: "FAILED" });
		expect((await storedHistory(world, run.id))[0]?.detail).toContain(words);
	});
});

describe("a call", () => {
	test("tells of the contact, signed as webhooks are", async () => {
		const receiver = await startReceiver();
		const now = new Date();
		const { agency, contact, go, run, workflow, stored } = await startedRun([
			{ kind: "call_webhook", url: receiver.url },
		]);
		const secret = await makeSharedSecret(world, agency);

		await go(now);

		const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
		expect(new Webhook(secret.text).verify(body, headers)).toMatchObject({
			type: "workflow.call",
			data: {
				workflow: { id: workflow.id, name: workflow.name },
				runId: run.id,
				step: 1,
				contact: { id: contact.id, email: "ada@example.test" },
			},
		});
		expect(await stored()).toMatchObject({ state: "DONE", lease: null });
		expect(await storedHistory(world, run.id)).toMatchObject([
			{ outcome: "DONE", detail: "The answer was 204." },
		]);
	});

	test("is made once when several workers ask, and holds nobody up meanwhile", async () => {
		const answer = Promise.withResolvers<void>();
		const receiver = await startReceiver(async (response) => {
			await answer.promise;
			response.writeHead(204).end();
		});
		const { go, contact, stored } = await startedRun([
			{ kind: "call_webhook", url: receiver.url },
			{ kind: "add_tag", tag: "called" },
		]);

		const first = go();
		await vi.waitUntil(() => receiver.received.length === 1);
		await Promise.all([go(), go()]);
		await world.owner.query("update contacts set city = 'Kiel' where id = $1", [contact.id]);
		answer.resolve();
		await first;

		expect(receiver.received).toHaveLength(1);
		expect(await stored()).toMatchObject({ state: "DONE" });
	});

	test("that fails is made again, later and later, under the same id, and then ends the run", async () => {
		const receiver = await startReceiver(answerWith(500));
		const { go, contact, run, stored } = await startedRun([
			{ kind: "call_webhook", url: receiver.url },
			{ kind: "add_tag", tag: "never" },
		]);

		let now = NOW;
		for (const pause of CALL_DELAYS_MS) {
			await go(now);
			const due = (await stored())?.next_at as Date;
			expect(due.getTime() - now.getTime()).toBeGreaterThanOrEqual(pause);
			expect(await queued(run.id)).toEqual([due]);
			now = due;
		}
		await go(now);

		expect(await stored()).toMatchObject({ state: "FAILED", position: 0, next_at: null });
		expect(await storedHistory(world, run.id)).toMatchObject(Array(5).fill(failedCall));
		const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
		expect(ids).toHaveLength(5);
		expect(new Set(ids).size).toBe(1);
		expect((await contactRow(contact.id)).tags).toEqual([]);
	});

	test("that gets through in the end lets the run go on", async () => {
		const receiver = await startReceiver(answerWith(500));
		const { go, stored } = await startedRun([
			{ kind: "call_webhook", url: receiver.url },
			{ kind: "add_tag", tag: "called" },
		]);

		await go();
		receiver.react = answerWith(200, "secret answer");
		await go(minutesFrom(NOW, 1));

		expect(await stored()).toMatchObject({ state: "DONE", attempts: 0 });
	});

	test("of a worker that died is made again once its lease is over", async () => {
		const receiver = await startReceiver();
		const { go, run, stored } = await startedRun([{ kind: "call_webhook", url: receiver.url }]);
		await world.owner.query(
			"update workflow_runs set lease = gen_random_uuid(), attempts = 1, next_at = $2 where id = $1",
			[run.id, minutesFrom(NOW, 0.5)],
		);

		await go();
		expect(receiver.received).toEqual([]);
		await go(minutesFrom(NOW, 1));

		expect(receiver.received).toHaveLength(1);
		expect(await stored()).toMatchObject({ state: "DONE" });
	});

	test("to an address inside is not made", async () => {
		const { go, run, stored } = await startedRun([{ kind: "call_webhook", url: "http://127.0.0.2:8080/" }]);

		await go();

		expect((await storedHistory(world, run.id))[0]?.detail).toMatch(/not on the public internet/);
		expect(await stored()).toMatchObject({ state: "RUNNING", attempts: 1 });
	});

	test("whose run was stopped meanwhile leads nowhere", async () => {
		const { go, contact, run, stored } = await (async () => {
			const receiver = await startReceiver(async (response) => {
				await world.owner.query(
					"update workflow_runs set state = 'STOPPED', next_at = null where agency_id = $1",
					[scene.agency.id],
				);
				response.writeHead(204).end();
			});
			const scene = await startedRun([
				{ kind: "call_webhook", url: receiver.url },
				{ kind: "add_tag", tag: "never" },
			]);
			return scene;
		})();

		await go();

		expect(await stored()).toMatchObject({ state: "STOPPED", position: 0 });
		expect(await storedHistory(world, run.id)).toEqual([]);
		expect((await contactRow(contact.id)).tags).toEqual([]);
	});
});

describe("runs that start each other", () => {
	test("end after a few, also when each tags what starts the next", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		await makeWorkflow(world, location, {
			steps: [
				{ kind: "remove_tag", tag: "again" },
				{ kind: "add_tag", tag: "again" },
			],
			trigger: { kind: "contact_tagged", tag: "again" },
		});
		await makeWorkflow(world, location, { steps: [{ kind: "add_tag", tag: "again" }] });
		const contact = await makeContact(world, location);
		await start(world, location, contact.id);

		for (let round = 0; round < RUN_DEPTH_MAX + 3; round++) {
			const running = (await storedRuns(world, location)).filter(({ state }) => state === "RUNNING");
			for (const { id: runId } of running) {
				const signal = new AbortController().signal;
				await runSteps(
					{ database: world.database, now: minutesFrom(NOW, round + 1), signal },
					{ agencyId: agency.id, runId },
				);
			}
		}

		const runs = await storedRuns(world, location);
		expect(runs.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4]);
		expect(new Set(runs.map(({ state }) => state))).toEqual(new Set(["DONE"]));
	});
});

describe("a place that is suspended", () => {
	test("has its runs wait, and go on once it is resumed", async () => {
		const { go, location, stored } = await startedRun([{ kind: "add_tag", tag: "a" }]);
		await world.owner.query("update locations set suspended_at = $2 where id = $1", [location.id, NOW]);

		await go();
		const dueWhileSuspended = await queueDueRuns({ database: world.database, now: NOW }, { dryRun: true });
		expect(await stored()).toMatchObject({ state: "RUNNING", position: 0 });
		await world.owner.query("update locations set suspended_at = null where id = $1", [location.id]);

		expect(await queueDueRuns({ database: world.database, now: NOW }, { dryRun: true })).toBe(
			dueWhileSuspended + 1,
		);
		await go();
		expect(await stored()).toMatchObject({ state: "DONE" });
	});
});

test("a process that ends takes no further step, and queues the run for another", async () => {
	const { go, run, stored } = await startedRun([{ kind: "add_tag", tag: "a" }]);
	await world.owner.query("delete from graphile_worker._private_jobs where key = $1", [
		`workflow-run:${run.id}`,
	]);

	await go(NOW, AbortSignal.abort());

	expect(await stored()).toMatchObject({ state: "RUNNING", position: 0 });
	expect(await queued(run.id)).toHaveLength(1);
});

test("a run that is looked for a moment too early is looked for again when it is due", async () => {
	const { go, run } = await startedRun([{ kind: "add_tag", tag: "a" }]);
	await world.owner.query("delete from graphile_worker._private_jobs where key = $1", [
		`workflow-run:${run.id}`,
	]);

	await go(new Date(NOW.getTime() - 20));

	expect(await queued(run.id)).toEqual([NOW]);
});

test("a run whose steps nobody can take is tried again, later and later, and then ends and says so", async () => {
	const { go, run, stored } = await startedRun([{ kind: "add_tag", tag: "a" }]);
	await world.owner.query(`update workflow_runs set steps = '[{"kind":"dance"}]' where id = $1`, [run.id]);

	let now = NOW;
	for (const pause of CALL_DELAYS_MS) {
		await expect(go(now)).rejects.toThrow();
		now = (await stored())?.next_at as Date;
		expect(await stored()).toMatchObject({ state: "RUNNING" });
		expect(now.getTime()).toBeGreaterThanOrEqual(NOW.getTime() + pause);
	}
	await expect(go(now)).rejects.toThrow();

	expect(await stored()).toMatchObject({ state: "FAILED", position: 0, next_at: null });
	expect(await storedHistory(world, run.id)).toMatchObject([
		{ position: 0, outcome: "FAILED", detail: expect.stringContaining("log") },
	]);
});

test("the same occasion starts a workflow once, and its run is queued", async () => {
	const { location, contact, run } = await startedRun([{ kind: "add_tag", tag: "a" }]);
	const occasion = newId();

	await Promise.all([
		start(world, location, contact.id, { occasion }),
		start(world, location, contact.id, { occasion }),
	]);

	expect(await storedRuns(world, location)).toHaveLength(2);
	expect(await queued(run.id)).toHaveLength(1);
});

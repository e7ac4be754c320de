import { describe, expect, test, vi } from "vitest";
import { transactAs } from "#lib/data/transaction.ts";
import { claimDeliveries, writeAttempt } from "#lib/data/webhook-deliveries.ts";
import { makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { answerWith, type Received, startReceiver } from "#lib/testing/receiver.ts";
import {
	makeEndpoint,
	publish,
	queuedFor,
	storedAttempts,
	storedDeliveries,
	type TestEndpoint,
} from "#lib/testing/webhook-endpoints.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deliverDue } from "./deliver.ts";
import { startDueDeliveries } from "./find-due.ts";
import { publishEvent } from "./publish.ts";

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();

async function receivingAgency(react = answerWith(204)) {
	const agency = await makeAgency(world);
	const receiver = await startReceiver(react);
	return { agency, receiver, endpoint: await makeEndpoint(world, agency, { url: receiver.url }) };
}

const deliver = ({ agencyId, id }: TestEndpoint, now = NOW, signal = new AbortController().signal) =>
	deliverDue({ database: world.database, now, signal }, { agencyId, endpointId: id });

const BOUNDS = { ofEndpoint: 4, ofAgency: 8, leaseMs: 30_000 };
const claim = ({ agencyId, id }: TestEndpoint) =>
	transactAs(world.database, { agencyId }, (tx) => claimDeliveries(tx, agencyId, id, BOUNDS, NOW));

/** More than a claim looks at. */
const LONG_QUEUE = 120;

const publishAll = ({ id: agencyId }: { id: string }, events: readonly { key: string; step: number }[]) =>
	transactAs(world.database, { agencyId }, async (tx) => {
		for (const data of events)
			await publishEvent(tx, { agencyId, now: NOW }, { type: "key.updated", subjectId: data.key, data });
	});

const dataOf = ({ body }: Received) => JSON.parse(body).data;
const idOf = ({ headers }: Received) => headers["webhook-id"];

describe("a worker that dies", () => {
	test("between the change and the delivery loses nothing: the next finds it", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		await publish(world, agency, "a", NOW);
		await world.owner.query("delete from graphile_worker._private_jobs where key like $1", [
			`%${endpoint.id}%`,
		]);

		await startDueDeliveries({ database: world.database, now: NOW });

		expect(await queuedFor(world, endpoint)).toHaveLength(1);
		await deliver(endpoint);
		expect(receiver.received).toHaveLength(1);
	});

	test("in the middle holds its delivery no longer than the lease, and the id stays", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		await publish(world, agency, "a", NOW);
		const [dead] = await claim(endpoint);

		await deliver(endpoint, minutesFrom(NOW, 0.4));
		expect(receiver.received).toEqual([]);
		expect(await queuedFor(world, endpoint)).toContainEqual({ later: true, runAt: minutesFrom(NOW, 0.5) });
		await deliver(endpoint, minutesFrom(NOW, 0.51));

		expect(receiver.received.map(idOf)).toEqual([dead?.eventId]);
	});

	test("only in appearance changes nothing any more; what was sent twice has one id, the same bytes and both attempts in the log", async () => {
		const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const { agency, receiver, endpoint } = await receivingAgency(async (response) => {
			await answers[receiver.received.length - 1]?.promise;
			response.writeHead(receiver.received.length === 1 ? 500 : 204).end();
		});
		await publish(world, agency, "a", NOW);

		const asleep = deliver(endpoint);
		await vi.waitUntil(() => receiver.received.length === 1);
		const other = deliver(endpoint, minutesFrom(NOW, 1));
		await vi.waitUntil(() => receiver.received.length === 2);
		answers[1]?.resolve();
		expect(await other).toMatchObject({ delivered: 1 });
		answers[0]?.resolve();

		expect(await asleep).toMatchObject({ lost: 1, failed: 0 });
		const [first, second] = receiver.received;
		expect(first?.body).toBe(second?.body);
		expect(first && idOf(first)).toBe(second && idOf(second));
		expect(await storedDeliveries(world, endpoint)).toMatchObject([{ state: "DELIVERED", attempts: 2 }]);
		expect((await storedAttempts(world, endpoint)).map(({ status }) => status)).toEqual([204, 204]);
	});
});

describe("the order", () => {
	test("holds in a long queue of one key, which is not due while its first waits to be tried again", async () => {
		const { agency, receiver, endpoint } = await receivingAgency(answerWith(500));
		const queue = Array.from({ length: LONG_QUEUE }, (_, step) => ({ key: "a", step }));
		await publishAll(agency, queue);
		await deliver(endpoint);
		await publishAll(
			agency,
			queue.map(({ step }) => ({ key: "a", step: LONG_QUEUE + step })),
		);
		await publish(world, agency, "b", NOW, { key: "b" });
		receiver.react = answerWith(204);

		const meanwhile = await deliver(endpoint, new Date(NOW.getTime() + 1_000));
		const due = (await storedDeliveries(world, endpoint)).filter(
			({ next_at }) => next_at <= minutesFrom(NOW, 0.05),
		);
		const later = await deliver(endpoint, minutesFrom(NOW, 1));

		expect(meanwhile, "only the other key's").toMatchObject({ delivered: 1 });
		expect(due.filter(({ state }) => state === "PENDING")).toEqual([]);
		expect(later).toMatchObject({ delivered: 2 * LONG_QUEUE, failed: 0 });
		const steps = receiver.received.map(dataOf).filter(({ key }) => key === "a");
		expect(steps.map(({ step }) => step)).toEqual([
			0,
			...Array.from({ length: 2 * LONG_QUEUE }, (_, step) => step),
		]);
	}, 30_000);

	test("makes nothing wait that comes just while the one before it is being written off", async () => {
		const { agency, endpoint } = await receivingAgency();
		await publishAll(agency, [{ key: "a", step: 1 }]);
		const [first] = await claim(endpoint);
		if (!first) throw new Error("nothing was due");
		const [isWritten, maySave] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];

		const writing = transactAs(world.database, { agencyId: agency.id }, async (tx) => {
			const attempt = { at: NOW, ms: 1, status: 204, problem: null, answer: null };
			await writeAttempt(tx, agency.id, first, attempt, { state: "DELIVERED", now: NOW });
			isWritten.resolve();
			await maySave.promise;
		});
		await isWritten.promise;
		await publishAll(agency, [{ key: "a", step: 2 }]);
		const meanwhile = await claim(endpoint);
		maySave.resolve();
		await writing;

		expect(meanwhile).toEqual([]);
		expect((await claim(endpoint)).map(({ data }) => data)).toEqual([{ key: "a", step: 2 }]);
	});

	test("holds for each key, and one key's trouble is not another's", async () => {
		const { agency, receiver, endpoint } = await receivingAgency((response, message) => {
			const fails = dataOf(message).step === 1 && receiver.received.length < 4;
			response.writeHead(fails ? 503 : 204).end();
		});
		await publish(world, agency, "a", NOW, { key: "a", step: 1 });
		await publish(world, agency, "a", NOW, { key: "a", step: 2 });
		await publish(world, agency, "b", NOW, { key: "b", step: 7 });

		await deliver(endpoint);
		expect(receiver.received.map(dataOf)).toHaveLength(2);
		expect(await storedDeliveries(world, endpoint)).toMatchObject([
			{ state: "PENDING", attempts: 1 },
			{ state: "PENDING", attempts: 0 },
			{ state: "DELIVERED" },
		]);
		for (let minutes = 1; minutes <= 3; minutes++) await deliver(endpoint, minutesFrom(NOW, minutes));

		const steps = receiver.received.map(dataOf).filter(({ key }) => key === "a");
		expect(steps.map(({ step }) => step)).toEqual([1, 1, 1, 2]);
	});

	test("holds for each key with four workers at once, and nobody is told twice", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		const keys = ["a", "b", "c", "d", "e", "f"];
		for (let step = 0; step < 8; step++)
			for (const key of keys) await publish(world, agency, key, NOW, { key, step });

		const done = Promise.all(Array.from({ length: 4 }, () => deliver(endpoint, minutesFrom(NOW, 1))));
		await done;
		await deliver(endpoint, minutesFrom(NOW, 2));

		for (const key of keys) {
			const steps = receiver.received.map(dataOf).filter((data) => data.key === key);
			expect(steps.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
		}
	});
});

test("a process that ends takes nothing new, and finishes what is on its way", async () => {
	const ending = new AbortController();
	const { agency, receiver, endpoint } = await receivingAgency((response) => {
		ending.abort();
		response.writeHead(204).end();
	});
	for (let step = 0; step < 3; step++) await publish(world, agency, "a", NOW, { step });

	expect(await deliver(endpoint, NOW, ending.signal)).toMatchObject({ delivered: 1 });

	expect(receiver.received).toHaveLength(1);
});

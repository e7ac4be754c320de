import { describe, expect, test, vi } from "vitest";
import { transactAs } from "#lib/data/transaction.ts";
import { claimDeliveries } from "#lib/data/webhook-deliveries.ts";
import { makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { answerWith, type Received, startReceiver } from "#lib/testing/receiver.ts";
import {
	makeEndpoint,
	publish,
	queuedFor,
	storedDeliveries,
	type TestEndpoint,
} from "#lib/testing/webhook-endpoints.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deliverDue } from "./deliver.ts";
import { startDueDeliveries } from "./find-due.ts";

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();

async function receivingAgency(react = answerWith(204)) {
	const agency = await makeAgency(world);
	const receiver = await startReceiver(react);
	return { agency, receiver, endpoint: await makeEndpoint(world, agency, { url: receiver.url }) };
}

const deliver = ({ agencyId, id }: TestEndpoint, now = NOW, signal = new AbortController().signal) =>
	deliverDue({ database: world.database, now, signal }, { agencyId, endpointId: id });

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
		const bounds = { ofEndpoint: 4, ofAgency: 8, leaseMs: 30_000 };
		const [dead] = await transactAs(world.database, { agencyId: agency.id }, (tx) =>
			claimDeliveries(tx, agency.id, endpoint.id, bounds, NOW),
		);

		await deliver(endpoint, minutesFrom(NOW, 0.4));
		expect(receiver.received).toEqual([]);
		expect(await queuedFor(world, endpoint)).toContainEqual({ later: true, runAt: minutesFrom(NOW, 0.5) });
		await deliver(endpoint, minutesFrom(NOW, 0.51));

		expect(receiver.received.map(idOf)).toEqual([dead?.eventId]);
	});

	test("only in appearance writes nothing any more; what was sent twice has one id and the same bytes", async () => {
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
		expect(await storedDeliveries(world, endpoint)).toMatchObject([{ state: "DELIVERED", attempts: 1 }]);
	});
});

describe("the order", () => {
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

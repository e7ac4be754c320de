import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { RETRY_DELAYS_MS } from "#lib/core/webhook-retries.ts";
import { makeAgency, makeMember, makePerson, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { answerWith, type Received, startReceiver } from "#lib/testing/receiver.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
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

process.env.EGRESS_ALLOW = "127.0.0.1";
const world = await testWorld();

async function receivingAgency(react = answerWith(204)) {
	const agency = await makeAgency(world);
	const receiver = await startReceiver(react);
	return { agency, receiver, endpoint: await makeEndpoint(world, agency, { url: receiver.url }) };
}

const deliver = ({ agencyId, id }: TestEndpoint, now = NOW, signal = new AbortController().signal) =>
	deliverDue({ database: world.database, now, signal }, { agencyId, endpointId: id });

const idOf = ({ headers }: Received) => headers["webhook-id"];

describe("a message", () => {
	test("is accepted by the standard library with the shared secret as people see it", async () => {
		const now = new Date();
		const { agency, receiver, endpoint } = await receivingAgency(answerWith(200, "thanks"));
		const secret = await makeSharedSecret(world, agency);
		await publish(world, agency, "a", now, { title: "Bäckerei „Süß“" });

		const counts = await deliver(endpoint, now);

		expect(counts).toMatchObject({ delivered: 1, failed: 0 });
		const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
		const [delivery] = await storedDeliveries(world, endpoint);
		expect(new Webhook(secret.text).verify(body, headers)).toEqual({
			type: "key.updated",
			timestamp: now.toISOString(),
			data: { title: "Bäckerei „Süß“" },
		});
		expect(headers).toMatchObject({ "webhook-id": delivery?.event_id, "content-type": "application/json" });
		expect(delivery).toMatchObject({ state: "DELIVERED", attempts: 1, lease: null });
		expect(await storedAttempts(world, endpoint)).toEqual([{ status: 200, problem: null, answer: "thanks" }]);
	});

	test("is accepted with either secret while one takes over from the other, and with no third", async () => {
		const now = new Date();
		const { agency, receiver, endpoint } = await receivingAgency();
		const ended = await makeSharedSecret(world, agency, { endsAt: minutesFrom(NOW, 1) });
		await world.owner.query("update shared_secrets set ends_at = $2 where id = $1", [
			ended.id,
			minutesFrom(now, -1),
		]);
		const old = await makeSharedSecret(world, agency, { version: 2, endsAt: NOW });
		await world.owner.query("update shared_secrets set ends_at = $2 where id = $1", [
			old.id,
			minutesFrom(now, 60),
		]);
		const current = await makeSharedSecret(world, agency, { version: 3 });
		await publish(world, agency, "a", now);

		await deliver(endpoint, now);

		const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
		for (const { text } of [old, current]) expect(new Webhook(text).verify(body, headers)).toBeTruthy();
		expect(() => new Webhook(ended.text).verify(body, headers)).toThrow();
	});

	test("makes the agency a shared secret when there is none", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		await publish(world, agency, "a", NOW);

		await deliver(endpoint);

		expect(receiver.received[0]?.headers["webhook-signature"]).toMatch(/^v1,[\w+/]{43}=$/);
	});

	test("that cannot be signed is not sent, and says so", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		const secret = await makeSharedSecret(world, agency);
		await world.owner.query("update shared_secrets set sealed = $2 where id = $1", [
			secret.id,
			Buffer.alloc(120),
		]);
		await publish(world, agency, "a", NOW);

		await deliver(endpoint);

		expect(receiver.connections).toBe(0);
		expect(await storedAttempts(world, endpoint)).toMatchObject([
			{ status: null, problem: expect.stringContaining("cannot be read") },
		]);
	});

	test("is not sent to an address inside", async () => {
		const agency = await makeAgency(world);
		const endpoint = await makeEndpoint(world, agency, { url: "http://127.0.0.2:8080/" });
		await publish(world, agency, "a", NOW);

		await deliver(endpoint);

		const [attempt] = await storedAttempts(world, endpoint);
		expect(attempt).toMatchObject({ status: null, answer: null });
		expect(attempt?.problem).toMatch(/not on the public internet/);
	});
});

describe("what fails", () => {
	test("is tried again at its time, queued under a key of its own", async () => {
		const { agency, endpoint } = await receivingAgency(answerWith(500, "oh no"));
		await publish(world, agency, "a", NOW);

		await deliver(endpoint);

		const [delivery] = await storedDeliveries(world, endpoint);
		const pause = (delivery?.next_at.getTime() ?? 0) - NOW.getTime();
		expect(pause).toBeGreaterThanOrEqual(4_500);
		expect(pause).toBeLessThan(8_000);
		expect(await queuedFor(world, endpoint)).toEqual([
			{ later: false, runAt: expect.any(Date) },
			{ later: true, runAt: delivery?.next_at },
		]);
		expect(await storedAttempts(world, endpoint)).toEqual([{ status: 500, problem: null, answer: "oh no" }]);
	});

	test("for three days is parked, and those who manage the agency are told once a day", async () => {
		const { agency, receiver, endpoint } = await receivingAgency(answerWith(500));
		const owner = await makeMember(world, agency, await makePerson(world), "OWNER");
		await makeMember(world, agency, await makePerson(world), "MEMBER");
		await publish(world, agency, "a", NOW);
		await publish(world, agency, "b", NOW);

		let now = NOW;
		for (const delay of [0, ...RETRY_DELAYS_MS]) {
			now = new Date(now.getTime() + delay * 1.11 + 1_000);
			await deliver(endpoint, now);
		}

		expect(receiver.received).toHaveLength(2 * 15);
		expect(new Set(receiver.received.map(idOf)).size).toBe(2);
		expect(await storedDeliveries(world, endpoint)).toMatchObject([
			{ state: "PARKED", attempts: 15 },
			{ state: "PARKED", attempts: 15 },
		]);
		const { rows } = await world.owner.query("select * from notifications where agency_id = $1", [agency.id]);
		expect(rows).toMatchObject([
			{
				user_id: owner.id,
				kind: "webhook.parked",
				key_id: null,
				detail: { url: new URL(receiver.url).origin },
			},
		]);
	});

	test("with 410 is parked at once, and what comes later is tried", async () => {
		const { agency, receiver, endpoint } = await receivingAgency(answerWith(410));
		await publish(world, agency, "a", NOW);
		await publish(world, agency, "a", NOW);

		expect(await deliver(endpoint)).toMatchObject({ parked: 2 });

		expect(receiver.received).toHaveLength(2);
	});
});

describe("an endpoint", () => {
	test("that is off is sent nothing, and what came to wait there all the same is parked", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		await publish(world, agency, "a", NOW);
		await world.owner.query("update webhook_endpoints set enabled = false where id = $1", [endpoint.id]);

		await deliver(endpoint);

		expect(receiver.connections).toBe(0);
		expect(await storedDeliveries(world, endpoint)).toMatchObject([{ state: "PARKED", attempts: 0 }]);
	});

	test("that was deleted is sent nothing, and all that waits is parked", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		await publish(world, agency, "a", NOW);
		await world.owner.query("update webhook_endpoints set deleted_at = $2 where id = $1", [endpoint.id, NOW]);

		await deliver(endpoint);

		expect(receiver.connections).toBe(0);
		expect(await storedDeliveries(world, endpoint)).toMatchObject([{ state: "PARKED" }]);
		expect((await queuedFor(world, endpoint)).filter(({ later }) => later)).toEqual([]);
	});

	test("of another agency is not delivered for", async () => {
		const { agency, receiver, endpoint } = await receivingAgency();
		await publish(world, agency, "a", NOW);

		await deliver({ agencyId: (await makeAgency(world)).id, id: endpoint.id });

		expect(receiver.connections).toBe(0);
	});
});

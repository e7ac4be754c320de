import { expect, test } from "vitest";
import type { PersonRole } from "#lib/core/permissions.ts";
import { contextFor, makeAgency, makeKey, makeLocation, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { makeDelivery, makeWebhook } from "#lib/testing/webhooks.ts";
import { testWorld } from "#lib/testing/world.ts";
import { listWebhooks } from "./list.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { findWebhook } from "./read.ts";
import { findWebhookDelivery } from "./read-delivery.ts";

const world = await testWorld();

const ALL = { state: null, type: null, page: 1, pageSize: 25 };
const REFUSED = { at: NOW, status: 500 };

test("a webhook shows its last delivery, and whether it is failing", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "MEMBER" });
	const fresh = await makeWebhook(world, agency);
	const well = await makeWebhook(world, agency);
	await makeDelivery(world, well, { state: "PARKED", tries: [REFUSED] });
	await makeDelivery(world, well, { state: "DELIVERED", tries: [{ at: NOW, status: 200 }] });
	await makeDelivery(world, well);
	const retried = await makeWebhook(world, agency);
	await makeDelivery(world, retried, { tries: [REFUSED] });
	const parked = await makeWebhook(world, agency);
	await makeDelivery(world, parked, { state: "PARKED", tries: [REFUSED] });
	const switchedOff = await makeWebhook(world, agency, { enabled: false });
	await makeDelivery(world, switchedOff, { state: "PARKED" });

	const { rows } = await listWebhooks(ctx);

	const shown = new Map(rows.map((row) => [row.id, [row.lastDelivery?.state, row.isFailing]]));
	expect(shown.get(fresh.id)).toEqual([undefined, false]);
	expect(shown.get(well.id)).toEqual(["pending", false]);
	expect(shown.get(retried.id)).toEqual(["pending", true]);
	expect(shown.get(parked.id)).toEqual(["parked", true]);
	expect(shown.get(switchedOff.id)).toEqual(["parked", false]);
	expect(await findWebhook(ctx, { endpointId: parked.id })).toEqual(rows.find(({ id }) => id === parked.id));
});

test("the list says whether there is a secret to sign with", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "MEMBER" });

	const before = await listWebhooks(ctx);
	await makeSharedSecret(world, agency);
	const after = await listWebhooks(ctx);

	expect([before.hasSecret, after.hasSecret]).toEqual([false, true]);
});

test("a log is newest first, in pages, and narrows to a state and to an event", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "MEMBER" });
	const webhook = await makeWebhook(world, agency);
	const key = await makeKey(world, agency, { title: "Billing" });
	const first = await makeDelivery(world, webhook, { state: "DELIVERED", subjectId: key.id });
	const tries = [
		{ at: NOW, status: 500 },
		{ at: minutesFrom(NOW, 1), problem: "No answer in 10 seconds." },
	];
	const second = await makeDelivery(world, webhook, { type: "key.revoked", tries });
	await makeDelivery(world, await makeWebhook(world, agency));
	const log = (change: object) => listDeliveries(ctx, { endpointId: webhook.id, ...ALL, ...change });

	const all = await log({});

	expect(all).toMatchObject({
		total: 2,
		rows: [
			{
				id: second.id,
				state: "pending",
				attempts: 2,
				nextAt: NOW.toISOString(),
				lastAttempt: { status: null, problem: "No answer in 10 seconds." },
			},
			{ id: first.id, state: "delivered", nextAt: null, lastAttempt: null, subjectName: "Billing" },
		],
	});
	expect(await log({ page: 2, pageSize: 1 })).toMatchObject({ total: 2, rows: [{ id: first.id }] });
	expect(await log({ state: "pending" })).toMatchObject({ total: 1, rows: [{ id: second.id }] });
	expect(await log({ type: "key.created" })).toMatchObject({ total: 1, rows: [{ id: first.id }] });
	expect(await log({ state: "parked" })).toEqual({ total: 0, rows: [] });
});

test("a delivery shows the message as it is sent, and every attempt", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	const tries = [REFUSED, { at: minutesFrom(NOW, 1), status: 200, answer: "thanks" }];
	const made = await makeDelivery(world, webhook, { state: "DELIVERED", data: { key: { id: "k" } }, tries });

	const detail = await findWebhookDelivery(contextFor(world, agency, { role: "MEMBER" }), {
		endpointId: webhook.id,
		deliveryId: made.id,
	});

	expect(JSON.parse(detail?.body ?? "")).toEqual({
		type: "key.created",
		timestamp: NOW.toISOString(),
		data: { key: { id: "k" } },
	});
	expect(detail).toMatchObject({
		eventId: made.eventId,
		tries: [{ status: 200, answer: "thanks" }, { status: 500 }],
	});
});

test.each<PersonRole>(["MANAGER", "VIEWER"])("to a %s of a location there are no webhooks", async (role) => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role, location: await makeLocation(world, agency) });
	const { id: endpointId } = await makeWebhook(world, agency);

	const refusals = await Promise.all(
		[listWebhooks(ctx), findWebhook(ctx, { endpointId }), listDeliveries(ctx, { endpointId, ...ALL })].map(
			refusalOf,
		),
	);

	expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["not_found"]));
});

test("neighbours see nothing of a webhook, and a delivery is found at its own webhook alone", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	const { id: deliveryId } = await makeDelivery(world, webhook);
	const other = await makeWebhook(world, agency);
	const own = contextFor(world, agency, { role: "OWNER" });
	const neighbour = contextFor(world, await makeAgency(world), { role: "OWNER" });

	const endpointId = webhook.id;
	expect(await findWebhook(neighbour, { endpointId })).toBeNull();
	expect(await findWebhookDelivery(neighbour, { endpointId, deliveryId })).toBeNull();
	expect(await findWebhookDelivery(own, { endpointId: other.id, deliveryId })).toBeNull();
	expect((await refusalOf(listDeliveries(neighbour, { endpointId, ...ALL }))).code).toBe("not_found");
	expect((await listWebhooks(neighbour)).rows).toEqual([]);
});

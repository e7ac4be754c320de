import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { TESTS_A_MINUTE_MAX } from "#lib/core/webhooks.ts";
import { auditTrail, contextFor, makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { makeDelivery, makeWebhook, queuedWebhooks, storedDeliveries } from "#lib/testing/webhooks.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteWebhook } from "./delete.ts";
import { resendDelivery } from "./resend.ts";
import { sendTest } from "./send-test.ts";

const world = await testWorld();

const markDeleted = (endpointId: string) =>
	world.owner.query("update webhook_endpoints set deleted_at = now() where id = $1", [endpointId]);

fourCases<{ endpointId: string; deliveryId: string }>({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => "webhook.read",
	action: "webhook.resend",
	arrange: async ({ agency }) => {
		const webhook = await makeWebhook(world, agency);
		const tries = [{ at: NOW, status: 500 }];
		const delivery = await makeDelivery(world, webhook, { state: "PARKED", tries });
		return { endpointId: webhook.id, deliveryId: delivery.id };
	},
	act: (ctx, { deliveryId }) => resendDelivery(ctx, { deliveryId }),
	absent: (target) => ({ ...target, deliveryId: newId() }),
	remove: (_scene, { endpointId }) => markDeleted(endpointId),
	observe: (_scene, { endpointId }) => storedDeliveries(world, endpointId),
	done: [{ state: "PENDING", attempts: 0, next_at: NOW, finished_at: null }],
});

fourCases<{ endpointId: string }>({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => "webhook.read",
	action: "webhook.test",
	arrange: async ({ agency }) => ({ endpointId: (await makeWebhook(world, agency)).id }),
	act: sendTest,
	absent: () => ({ endpointId: newId() }),
	remove: (_scene, { endpointId }) => markDeleted(endpointId),
	observe: (_scene, { endpointId }) => storedDeliveries(world, endpointId),
	done: [{ type: "webhook.test", state: "PENDING", attempts: 0, next_at: NOW }],
});

test("what is sent again keeps the event, and so the id of its message, and a job is there to send it", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	const delivery = await makeDelivery(world, webhook, {
		state: "DELIVERED",
		tries: [{ at: NOW, status: 200 }],
	});
	const now = minutesFrom(NOW, 5);

	await resendDelivery(contextFor(world, agency, { role: "ADMIN", now }), { deliveryId: delivery.id });

	expect(await storedDeliveries(world, webhook.id)).toMatchObject([
		{ id: delivery.id, event_id: delivery.eventId, state: "PENDING", next_at: now },
	]);
	expect(await queuedWebhooks(world)).toContain(webhook.id);
});

test("a test goes to the webhook alone, whatever it is told of, and a job is there to send it", async () => {
	const agency = await makeAgency(world);
	const [webhook, other] = [await makeWebhook(world, agency), await makeWebhook(world, agency)];

	await sendTest(contextFor(world, agency, { role: "ADMIN" }), { endpointId: webhook.id });

	expect(await storedDeliveries(world, webhook.id)).toHaveLength(1);
	expect(await storedDeliveries(world, other.id)).toEqual([]);
	expect(await queuedWebhooks(world)).toContain(webhook.id);
});

test("what is on its way cannot be sent again, and of two who press at once one is told so", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	const { id: deliveryId } = await makeDelivery(world, webhook, { state: "PARKED" });
	const ctx = contextFor(world, agency, { role: "ADMIN" });

	const attempts = await Promise.allSettled([1, 2].map(() => resendDelivery(ctx, { deliveryId })));

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect((await refusalOf(resendDelivery(ctx, { deliveryId }))).code).toBe("conflict");
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("nothing is sent to a webhook that is switched off", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency, { enabled: false });
	const { id: deliveryId } = await makeDelivery(world, webhook, { state: "PARKED" });
	const ctx = contextFor(world, agency, { role: "ADMIN" });

	const refusals = await Promise.all(
		[resendDelivery(ctx, { deliveryId }), sendTest(ctx, { endpointId: webhook.id })].map(refusalOf),
	);

	const switchedOff = { code: "conflict", detail: expect.stringContaining("switched off") };
	expect(refusals).toMatchObject([switchedOff, switchedOff]);
	expect(await storedDeliveries(world, webhook.id)).toMatchObject([{ state: "PARKED" }]);
});

test("of tests no more are sent to a webhook in a minute than make sense, however many press at once", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	const press = () => sendTest(ctx, { endpointId: webhook.id });

	const pressed = await Promise.allSettled(Array.from({ length: TESTS_A_MINUTE_MAX + 2 }, press));
	const refusal = await refusalOf(press());
	const later = contextFor(world, agency, { role: "ADMIN", now: minutesFrom(NOW, 1) });
	await sendTest(later, { endpointId: webhook.id });

	expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(TESTS_A_MINUTE_MAX);
	expect(refusal).toMatchObject({
		code: "rate_limited",
		detail: expect.stringContaining("10 tests a minute"),
	});
	expect(await storedDeliveries(world, webhook.id)).toHaveLength(TESTS_A_MINUTE_MAX + 1);
});

test("what nobody tries any more is told of until all of it is sent again, or the webhook is gone", async () => {
	const agency = await makeAgency(world);
	const [sent, gone] = [await makeWebhook(world, agency), await makeWebhook(world, agency)];
	const options = { state: "PARKED", tries: [{ at: NOW, status: 500 }] } as const;
	const deliveries = [await makeDelivery(world, sent, options), await makeDelivery(world, sent, options)];
	await makeAgencyPerson(world, agency, "OWNER");
	for (const [title, { id }] of Object.entries({ gone, sent })) {
		await tellKeepers(world, agency, { kind: "webhook.parked", title, occasion: `${id} 2026-03-02` });
	}
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	const toldOf = async () =>
		(
			await world.owner.query(
				"select detail->>'url' as url from notifications where agency_id = $1 and withdrawn_at is null order by 1",
				[agency.id],
			)
		).rows.map(({ url }) => url);

	await resendDelivery(ctx, { deliveryId: deliveries[0]?.id ?? "" });
	expect(await toldOf()).toEqual(["https://example.test/gone", "https://example.test/sent"]);
	await resendDelivery(ctx, { deliveryId: deliveries[1]?.id ?? "" });
	expect(await toldOf()).toEqual(["https://example.test/gone"]);
	await deleteWebhook(ctx, { endpointId: gone.id });
	expect(await toldOf()).toEqual([]);
});

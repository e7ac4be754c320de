import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { contextFor, makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeEndpoint, publish, queuedFor, storedDeliveries, storedEvents } from "#lib/testing/webhooks.ts";
import { testWorld } from "#lib/testing/world.ts";
import { publishTest } from "./publish-test.ts";
import { requeueDelivery } from "./requeue-delivery.ts";

const world = await testWorld();

const finish = (state: "DELIVERED" | "PARKED", id: string) =>
	world.owner.query(
		"update webhook_deliveries set state = $2, attempts = 15, finished_at = $3 where id = $1",
		[id, state, NOW],
	);

async function parkedDelivery(agency: { id: string }) {
	const endpoint = await makeEndpoint(world, agency);
	await publish(world, agency, "a", minutesFrom(NOW, -60));
	const [delivery] = await storedDeliveries(world, endpoint);
	await finish("PARKED", delivery?.id ?? "");
	return { endpoint, id: delivery?.id ?? "", eventId: delivery?.event_id };
}

fourCases({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => null,
	action: "webhook.resend",
	arrange: ({ agency }) => parkedDelivery(agency),
	act: (ctx, { id }) => inTransaction(ctx, (tx) => requeueDelivery(tx, ctx, id)),
	observe: (_scene, { endpoint }) => storedDeliveries(world, endpoint),
	done: [{ state: "PENDING", attempts: 0, next_at: NOW }],
});

fourCases({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => null,
	action: "webhook.test",
	arrange: ({ agency }) => makeEndpoint(world, agency, { events: [] }),
	act: (ctx, { id }) => inTransaction(ctx, (tx) => publishTest(tx, ctx, id)),
	observe: (_scene, endpoint) => storedDeliveries(world, endpoint),
	done: [{ state: "PENDING", attempts: 0, next_at: NOW }],
});

test("what is sent again has the id that it had, and is queued", async () => {
	const agency = await makeAgency(world);
	const { endpoint, id, eventId } = await parkedDelivery(agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	await inTransaction(ctx, (tx) => requeueDelivery(tx, ctx, id));

	expect(await storedDeliveries(world, endpoint)).toMatchObject([
		{ id, event_id: eventId, state: "PENDING" },
	]);
	expect(await queuedFor(world, endpoint)).toHaveLength(1);
});

test("a test goes to the one endpoint alone", async () => {
	const agency = await makeAgency(world);
	const [endpoint, other] = [await makeEndpoint(world, agency), await makeEndpoint(world, agency)];
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const { eventId } = await inTransaction(ctx, (tx) => publishTest(tx, ctx, endpoint.id));

	expect(await storedEvents(world, agency)).toMatchObject([
		{ id: eventId, type: "webhook.test", data: { endpointId: endpoint.id } },
	]);
	expect(await storedDeliveries(world, other)).toEqual([]);
});

test.each(["absent", "of a neighbour", "of a deleted endpoint"])(
	"what is %s cannot be sent again",
	async (kind) => {
		const [agency, neighbour] = [await makeAgency(world), await makeAgency(world)];
		const { endpoint, id } = await parkedDelivery(agency);
		if (kind === "of a deleted endpoint")
			await world.owner.query("update webhook_endpoints set deleted_at = $2 where id = $1", [
				endpoint.id,
				NOW,
			]);
		const ctx = contextFor(world, kind === "of a neighbour" ? neighbour : agency, { role: "OWNER" });
		const asked = kind === "absent" ? newId() : id;

		const again = await refusalOf(inTransaction(ctx, (tx) => requeueDelivery(tx, ctx, asked)));
		const trial = await refusalOf(
			inTransaction(ctx, (tx) => publishTest(tx, ctx, kind === "absent" ? newId() : endpoint.id)),
		);

		expect([again.code, trial]).toEqual(["not_found", again]);
		expect(await storedDeliveries(world, endpoint)).toMatchObject([{ state: "PARKED" }]);
	},
);

test("an endpoint that is off is neither tried nor sent anything again", async () => {
	const agency = await makeAgency(world);
	const { endpoint, id } = await parkedDelivery(agency);
	await world.owner.query("update webhook_endpoints set enabled = false where id = $1", [endpoint.id]);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const again = await refusalOf(inTransaction(ctx, (tx) => requeueDelivery(tx, ctx, id)));
	const trial = await refusalOf(inTransaction(ctx, (tx) => publishTest(tx, ctx, endpoint.id)));

	expect(again.code).toBe("conflict");
	expect(trial).toEqual(again);
});

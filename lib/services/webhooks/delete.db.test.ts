import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { auditTrail, contextFor, makeAgency } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import {
	makeDelivery,
	makeWebhook,
	storedDeliveries,
	storedWebhook,
	webhookFields,
} from "#lib/testing/webhooks.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteWebhook } from "./delete.ts";
import { listWebhooks } from "./list.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { findWebhook } from "./read.ts";
import { findWebhookDelivery } from "./read-delivery.ts";

const world = await testWorld();

fourCases<{ endpointId: string }>({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => "webhook.read",
	action: "webhook.delete",
	arrange: async ({ agency }) => ({ endpointId: (await makeWebhook(world, agency)).id }),
	act: deleteWebhook,
	absent: () => ({ endpointId: newId() }),
	remove: (_scene, { endpointId }) =>
		world.owner.query("update webhook_endpoints set deleted_at = now() where id = $1", [endpointId]),
	observe: (_scene, { endpointId }) => storedWebhook(world, endpointId),
	done: { deleted_at: expect.any(Date) },
});

test("a deleted webhook is nowhere any more, its log neither, and nothing waits for it", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	const delivery = await makeDelivery(world, webhook);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	await deleteWebhook(ctx, { endpointId: webhook.id });

	expect((await listWebhooks(ctx)).rows).toEqual([]);
	const asked = { endpointId: webhook.id };
	const log = { ...asked, state: null, type: null, page: 1, pageSize: 25 };
	expect(await findWebhook(ctx, asked)).toBeNull();
	expect(await findWebhookDelivery(ctx, { ...asked, deliveryId: delivery.id })).toBeNull();
	expect((await refusalOf(listDeliveries(ctx, log))).code).toBe("not_found");
	expect(await storedDeliveries(world, webhook.id)).toMatchObject([{ state: "PARKED" }]);
	expect(await auditTrail(world, agency)).toMatchObject([{ before: webhookFields(), after: null }]);
});

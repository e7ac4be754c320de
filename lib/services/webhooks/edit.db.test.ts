import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { WebhookEdit } from "#lib/core/webhooks.ts";
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
import { editWebhook } from "./edit.ts";
import { setWebhookEnabled } from "./set-enabled.ts";

const world = await testWorld();

const markDeleted = (endpointId: string) =>
	world.owner.query("update webhook_endpoints set deleted_at = now() where id = $1", [endpointId]);

fourCases<WebhookEdit>({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => "webhook.read",
	action: "webhook.edit",
	arrange: async ({ agency }) => ({
		endpointId: (await makeWebhook(world, agency)).id,
		version: 1,
		...webhookFields({ url: "https://other.example.com/", events: ["key.revoked"] }),
	}),
	act: editWebhook,
	absent: (target) => ({ ...target, endpointId: newId() }),
	remove: (_scene, { endpointId }) => markDeleted(endpointId),
	observe: (_scene, { endpointId }) => storedWebhook(world, endpointId),
	done: { url: "https://other.example.com/", events: ["key.revoked"], version: 2 },
});

fourCases<{ endpointId: string; enabled: boolean }>({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => "webhook.read",
	action: "webhook.edit",
	arrange: async ({ agency }) => ({ endpointId: (await makeWebhook(world, agency)).id, enabled: false }),
	act: setWebhookEnabled,
	absent: (target) => ({ ...target, endpointId: newId() }),
	remove: (_scene, { endpointId }) => markDeleted(endpointId),
	observe: (_scene, { endpointId }) => storedWebhook(world, endpointId),
	done: { enabled: false },
});

test("of two edits of the same version, one is refused and nothing of it is kept", async () => {
	const agency = await makeAgency(world);
	const { id: endpointId } = await makeWebhook(world, agency);
	const ctx = contextFor(world, agency, { role: "ADMIN" });

	const attempts = await Promise.allSettled(
		["one", "two"].map((description) =>
			editWebhook(ctx, { endpointId, version: 1, ...webhookFields({ description }) }),
		),
	);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(await storedWebhook(world, endpointId)).toMatchObject({ version: 2 });
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("the audit event tells what it was before and what it is now", async () => {
	const agency = await makeAgency(world);
	const { id: endpointId } = await makeWebhook(world, agency);
	const fields = webhookFields({ description: "Billing" });

	await editWebhook(contextFor(world, agency, { role: "ADMIN" }), { endpointId, version: 1, ...fields });

	expect(await auditTrail(world, agency)).toMatchObject([{ before: webhookFields(), after: fields }]);
});

test("http is refused in an edit too", async () => {
	const agency = await makeAgency(world);
	const { id: endpointId } = await makeWebhook(world, agency);
	const edit = { endpointId, version: 1, ...webhookFields({ url: "http://hooks.example.com/" }) };

	const refusal = await refusalOf(editWebhook(contextFor(world, agency, { role: "OWNER" }), edit));

	expect(refusal.fields).toMatchObject([{ field: "url" }]);
});

test("what waits for a webhook that is switched off is not sent any more, and can be sent again", async () => {
	const agency = await makeAgency(world);
	const webhook = await makeWebhook(world, agency);
	await makeDelivery(world, webhook, { state: "DELIVERED" });
	await makeDelivery(world, webhook);

	await setWebhookEnabled(contextFor(world, agency, { role: "OWNER" }), {
		endpointId: webhook.id,
		enabled: false,
	});

	const states = (await storedDeliveries(world, webhook.id)).map(({ state }) => state);
	expect(states).toEqual(["DELIVERED", "PARKED"]);
});

test("saying twice what is already so changes and records nothing", async () => {
	const agency = await makeAgency(world);
	const { id: endpointId } = await makeWebhook(world, agency);

	await setWebhookEnabled(contextFor(world, agency, { role: "OWNER" }), { endpointId, enabled: true });

	expect(await storedWebhook(world, endpointId)).toMatchObject({ version: 1 });
	expect(await auditTrail(world, agency)).toEqual([]);
});

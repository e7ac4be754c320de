import { expect, test } from "vitest";
import { WEBHOOKS_MAX } from "#lib/core/webhooks.ts";
import { auditTrail, contextFor, makeAgency } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeWebhook, webhookFields } from "#lib/testing/webhooks.ts";
import { testWorld } from "#lib/testing/world.ts";
import { refuseClosedUrl } from "./check-url.ts";
import { createWebhook } from "./create.ts";

const world = await testWorld();

const stored = async (agency: { id: string }) =>
	(
		await world.owner.query("select url, events, enabled from webhook_endpoints where agency_id = $1", [
			agency.id,
		])
	).rows;

fourCases({
	world,
	places: ["agency"],
	permission: () => "webhook.write",
	knows: () => "webhook.read",
	action: "webhook.create",
	arrange: async () => webhookFields(),
	act: createWebhook,
	observe: ({ agency }) => stored(agency),
	done: [{ url: "https://hooks.example.com/latchkey", events: ["key.created"], enabled: true }],
});

test("the audit event says what it leads to and what it is told of", async () => {
	const agency = await makeAgency(world);

	await createWebhook(
		contextFor(world, agency, { role: "ADMIN" }),
		webhookFields({ description: "Billing" }),
	);

	expect(await auditTrail(world, agency)).toMatchObject([
		{ subjectKind: "webhook", before: null, after: webhookFields({ description: "Billing" }) },
	]);
});

test("an agency has room for a number of webhooks, and never more when several are made at once", async () => {
	const agency = await makeAgency(world);
	for (let made = 0; made < WEBHOOKS_MAX - 1; made++) await makeWebhook(world, agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const attempts = await Promise.allSettled([1, 2, 3].map(() => createWebhook(ctx, webhookFields())));

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
	expect(await stored(agency)).toHaveLength(WEBHOOKS_MAX);
});

test("http is refused where the operator has allowed no network for it", async () => {
	const agency = await makeAgency(world);
	const fields = webhookFields({ url: "http://hooks.example.com/" });

	const refusal = await refusalOf(createWebhook(contextFor(world, agency, { role: "OWNER" }), fields));

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "url" }] });
	expect(await stored(agency)).toEqual([]);
});

test.each([
	["http://10.1.2.3/x", true],
	["http://[fd00::7]/x", true],
	["http://192.0.2.7/x", false],
	["http://receiver.internal/x", true],
	["https://192.0.2.7/x", false],
	["https://10.1.2.3/x", true],
	["https://8.8.8.8/x", true],
	["https://127.0.0.1/x", false],
])("with networks of the operator's, %s may be saved: %s", (url, may) => {
	const attempt = () => refuseClosedUrl(url, ["10.0.0.0/8", "fd00::/8"]);

	if (may) expect(attempt).not.toThrow();
	else expect(attempt).toThrow("This address is not on the public internet");
});

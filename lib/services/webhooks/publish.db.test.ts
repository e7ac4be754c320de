import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { deleteKey } from "#lib/services/keys/delete.ts";
import { editKey } from "#lib/services/keys/edit.ts";
import { restoreKey } from "#lib/services/keys/restore.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import { contextFor, keyFields, makeAgency, makeKey, makeLocation, NOW } from "#lib/testing/factories.ts";
import { makeEndpoint, queuedFor, storedDeliveries, storedEvents } from "#lib/testing/webhook-endpoints.ts";
import { testWorld } from "#lib/testing/world.ts";
import { recordAudit } from "../audit/record.ts";
import { publishNewAddresses } from "./publish-new-addresses.ts";

const world = await testWorld();

async function subscribedAgency() {
	const agency = await makeAgency(world);
	const endpoint = await makeEndpoint(world, agency);
	return { agency, endpoint, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

test("each step of a key's life is told as it was, in its order", async () => {
	const { agency, endpoint, ctx } = await subscribedAgency();

	const { key, secret } = await createKey(ctx, keyFields(null, { title: "Website" }));
	await editKey(ctx, { ...keyFields(null, { title: "Shop" }), keyId: key.id, version: 1 });
	await setKeyEnabled(ctx, { keyId: key.id, enabled: false });
	await setKeyEnabled(ctx, { keyId: key.id, enabled: true });
	await deleteKey(ctx, { keyId: key.id });
	await restoreKey(ctx, { keyId: key.id });
	await revokeKey(ctx, { keyId: key.id, reason: "Not needed" });

	const deliveries = await storedDeliveries(world, endpoint);
	const events = new Map((await storedEvents(world, agency)).map((event) => [event.id, event]));
	const told = deliveries.map(({ event_id }) => events.get(event_id));
	expect(told.map((event) => event?.type)).toEqual([
		"key.created",
		"key.updated",
		"key.disabled",
		"key.enabled",
		"key.deleted",
		"key.restored",
		"key.revoked",
	]);
	const state = { keyId: key.id, agencyId: agency.id, locationId: null, level: "AGENCY", role: "ADMIN" };
	const by = { actor: { kind: "person", name: ctx.actor.name }, at: NOW.toISOString() };
	expect(told[0]?.data).toEqual({
		...state,
		...by,
		title: "Website",
		scopes: ["contacts.readonly"],
		status: "Active",
		enabled: true,
		expiresAt: null,
		deletedAt: null,
		masked: expect.stringMatching(/^lk_agy_.*••••.{4}$/),
	});
	expect(told[1]?.data).toMatchObject({ title: "Shop" });
	expect(told[2]?.data).toMatchObject({ status: "Inactive", enabled: false });
	expect(told[4]?.data).toMatchObject({ deletedAt: NOW.toISOString() });
	expect(told[6]?.data).toMatchObject({ status: "Revoked" });
	expect(JSON.stringify(told)).not.toContain(secret);
	expect(await queuedFor(world, endpoint), "many changes make one job").toHaveLength(1);
});

test("a change that is not made is not told, and one that cannot be told is not made", async () => {
	const { agency, ctx } = await subscribedAgency();
	const key = await makeKey(world, agency);

	const change = transactAs(world.database, { agencyId: agency.id }, async (tx) => {
		await recordAudit(tx, ctx, { action: "key.disable", subject: { kind: "key", id: key.id } });
		throw new Error("too late");
	});

	await expect(change).rejects.toThrow();
	expect(await storedEvents(world, agency)).toEqual([]);
});

const CREATIONS = ["key.created"] as const;

test.each([
	["did not choose the event", { events: ["key.deleted"] as const }],
	["is off", { events: CREATIONS, enabled: false }],
	["was deleted", { events: CREATIONS, deletedAt: NOW }],
])("an endpoint that %s hears nothing", async (_what, options) => {
	const agency = await makeAgency(world);
	const endpoint = await makeEndpoint(world, agency, options);

	await createKey(contextFor(world, agency, { role: "OWNER" }), keyFields(null));

	expect(await storedEvents(world, agency)).toEqual([]);
	expect(await queuedFor(world, endpoint)).toEqual([]);
});

test("another agency's webhooks hear nothing", async () => {
	const [ours, theirs] = [await subscribedAgency(), await subscribedAgency()];

	await createKey(ours.ctx, keyFields(null));

	expect(await storedEvents(world, ours.agency)).toHaveLength(1);
	expect(await storedEvents(world, theirs.agency)).toEqual([]);
});

test("a use from a new address is told once, however often the job runs", async () => {
	const { agency } = await subscribedAgency();
	const key = await makeKey(world, agency, { location: await makeLocation(world, agency) });
	const uses = [{ eventId: newId(), agencyId: agency.id, keyId: key.id, addresses: ["203.0.113.9"] }];

	await publishNewAddresses({ database: world.database, now: NOW }, uses);
	await publishNewAddresses({ database: world.database, now: NOW }, uses);

	expect(await storedEvents(world, agency)).toMatchObject([
		{
			id: uses[0]?.eventId,
			type: "key.used_from_new_address",
			subject_id: key.id,
			data: { keyId: key.id, locationId: key.locationId, addresses: ["203.0.113.9"] },
		},
	]);
});

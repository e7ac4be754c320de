import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { TEST_EVENT, WEBHOOK_EVENTS } from "#lib/core/webhook-events.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { deleteKey } from "#lib/services/keys/delete.ts";
import { editKey } from "#lib/services/keys/edit.ts";
import { restoreKey } from "#lib/services/keys/restore.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import { sweepExpiry } from "#lib/services/keys/sweep-expiry.ts";
import { sweepInactivity } from "#lib/services/keys/sweep-inactivity.ts";
import {
	contextFor,
	daysFrom,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
} from "#lib/testing/factories.ts";
import { makeEndpoint, queuedFor, storedDeliveries, storedEvents } from "#lib/testing/webhook-endpoints.ts";
import { testWorld } from "#lib/testing/world.ts";
import { recordAudit } from "../audit/record.ts";
import { publishNewAddresses } from "./publish-new-addresses.ts";
import { sendTest } from "./send-test.ts";

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

/** What the page about webhooks says of each member of `data`, or of each event: the names, without the words. */
function documented(heading: string) {
	const lines = readFileSync("docs/webhooks.md", "utf8").split("\n");
	const table = lines.slice(lines.findIndex((line) => line.startsWith(`| ${heading}`)) + 2);
	return table.slice(0, table.indexOf("")).map((line) => {
		const [, names = "", words = ""] = line.split("|");
		return { names: [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name), words };
	});
}

/** The members that an event of this type has, as the page says. */
const membersOf = (type: string) =>
	documented("member of `data`")
		.filter(({ words }) => !words.includes(" alone:") || words.includes(`\`${type}\``))
		.flatMap(({ names }) => names)
		.toSorted();

test("the page about webhooks names every event, and every member that there is", async () => {
	const { agency, endpoint, ctx } = await subscribedAgency();
	const used = await makeKey(world, agency);
	await createKey(ctx, keyFields(null));
	await makeKey(world, agency, { expiresAt: daysFrom(NOW, 10) });
	await makeKey(world, agency);
	await world.owner.query("update api_keys set idle_from = $2 where agency_id = $1", [
		agency.id,
		daysFrom(NOW, -80),
	]);
	const sweep = { dryRun: false, signal: new AbortController().signal };
	await sweepExpiry(world.database, NOW, sweep);
	await sweepInactivity(world.database, NOW, { ...sweep, untilWritten: async () => true });
	const uses = [{ eventId: newId(), agencyId: agency.id, keyId: used.id, addresses: ["203.0.113.9"] }];
	await publishNewAddresses({ database: world.database, now: NOW }, uses);
	await sendTest(ctx, { endpointId: endpoint.id });

	const events = await storedEvents(world, agency);

	expect(documented("event").flatMap(({ names }) => names)).toEqual([...WEBHOOK_EVENTS, TEST_EVENT]);
	const [test, ...others] = events.toSorted((one, other) => other.type.localeCompare(one.type));
	const ofTest = readFileSync("docs/webhooks.md", "utf8").match(/A test has (.*) alone/)?.[1] ?? "";
	expect(Object.keys(test?.data ?? {}).toSorted()).toEqual(
		[...ofTest.matchAll(/`(\w+)`/g)].map(([, name]) => name).toSorted(),
	);
	for (const { type, data } of others) expect(Object.keys(data).toSorted(), type).toEqual(membersOf(type));
	const reasons = events.map(({ data }) => ("reason" in data ? data.reason : null)).filter(Boolean);
	expect(new Set(reasons)).toEqual(new Set(["expiry", "inactivity"]));
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

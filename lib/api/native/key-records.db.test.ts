import { afterEach, expect, test } from "vitest";
import type { Scope } from "#lib/core/scopes.ts";
import { openApi } from "#lib/testing/api.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { get, newKey, step } from "#lib/testing/key-calls.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { ask, reported } = await openApi(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const MANAGING: Scope[] = ["contacts.write", "keys.write", "usage.readonly", "audit.readonly"];

async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const manager = await makeKey(world, agency, { scopes: MANAGING });
	return { agency, location, manager };
}

test("usage is counted by hour or day and verdict", async () => {
	const { manager } = await arrange();

	const { status, body } = await ask(manager, get(`/keys/${manager.id}/usage?by=hour`));

	expect({ status, body }).toMatchObject({
		status: 200,
		body: { keyId: manager.id, by: "hour", data: [] },
	});
	expect(await ask(manager, get(`/keys/${manager.id}/usage?from=yesterday`))).toMatchObject({
		status: 422,
		body: { errors: [{ field: "from" }] },
	});
});

test.each(["from=0000-01-01T00:00:00Z", "to=9999-12-31T23:59:59-23:59"])(
	"a moment that nobody can look up is refused by its name: %s",
	async (range) => {
		const { manager } = await arrange();
		const [field] = range.split("=");

		for (const path of [`/keys/${manager.id}/usage`, "/audit-events"]) {
			const refused = await ask(manager, get(`${path}?${range}`));
			expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
		}
	},
);

test("audit events come newest first, page by page, also to a READONLY key", async () => {
	const { agency, location, manager } = await arrange();
	const reader = await makeKey(world, agency, { role: "READONLY", scopes: ["audit.readonly"] });
	const local = await makeKey(world, agency, { location });
	await ask(manager, newKey());
	await ask(manager, step(local, "disable"));

	const first = await ask(reader, get("/audit-events?limit=1"));
	const second = await ask(reader, get(`/audit-events?limit=1&cursor=${first.body.nextCursor}`));

	expect(first.body.data).toMatchObject([{ action: "key.disable", actor: { kind: "key" } }]);
	expect(second.body).toMatchObject({ data: [{ action: "key.create" }], nextCursor: null });
	const there = await ask(reader, get(`/audit-events?locationId=${location.id}`));
	expect(there.body.data).toMatchObject([{ subject: { id: local.id } }]);
});

test("a key of chosen locations reads the log of these alone", async () => {
	const { agency, location } = await arrange();
	const other = await makeLocation(world, agency);
	const reader = await makeKey(world, agency, { scopes: ["audit.readonly"], chosenLocations: [location] });

	expect(await ask(reader, get("/audit-events"))).toMatchObject({ status: 422 });
	expect(await ask(reader, get(`/audit-events?locationId=${location.id}`))).toMatchObject({ status: 200 });
	expect(await ask(reader, get(`/audit-events?locationId=${other.id}`))).toMatchObject({ status: 403 });
});

import { afterEach, describe, expect, test } from "vitest";
import type { Scope } from "#lib/core/scopes.ts";
import { openApi } from "#lib/testing/api.ts";
import {
	auditTrail,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	storedKey,
} from "#lib/testing/factories.ts";
import { get, newKey, patch, remove, step } from "#lib/testing/key-calls.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { ask, reported } = await openApi(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const MANAGING: Scope[] = [
	"contacts.write",
	"forms.readonly",
	"keys.write",
	"usage.readonly",
	"audit.readonly",
];

async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const manager = await makeKey(world, agency, { scopes: MANAGING });
	return { agency, location, manager };
}

describe("creating", () => {
	test("answers with a secret that works and that nobody hears of again", async () => {
		const { agency, manager } = await arrange();

		const made = await ask(manager, newKey());

		expect(made).toMatchObject({
			status: 201,
			body: { title: "Website", role: "READONLY", locationIds: null },
		});
		const secret = String(made.body.key);
		expect(await ask({ secret }, get("/keys/me"))).toMatchObject({ body: { keyId: made.body.id } });
		const read = await ask(manager, get(`/keys/${made.body.id}`));
		expect(JSON.stringify(read.body)).not.toContain(secret);
		expect(await auditTrail(world, agency)).toMatchObject([{ action: "key.create", actorId: manager.id }]);
	});

	test("asks for keys.write", async () => {
		const { agency } = await arrange();
		const reader = await makeKey(world, agency, { scopes: ["keys.readonly"] });

		expect(await ask(reader, newKey())).toMatchObject({ status: 403 });
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test.each<[string, object, string]>([
		["a scope that it lacks", { scopes: ["links.readonly"] }, "scopes"],
		["writing what it may read", { role: "ADMIN", scopes: ["forms.write"] }, "scopes"],
		["the right to manage keys", { role: "ADMIN", scopes: ["keys.write"] }, "scopes"],
	])("refuses a key %s", async (_what, fields, field) => {
		const { agency, manager } = await arrange();

		const refused = await ask(manager, newKey(fields));

		expect(refused).toMatchObject({ status: 403, body: { code: "forbidden", errors: [{ field }] } });
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("holds a key to its locations, its end date and its addresses", async () => {
		const { agency, location } = await arrange();
		const other = await makeLocation(world, agency);
		const end = daysFrom(new Date(), 9);
		const manager = await makeKey(world, agency, {
			scopes: MANAGING,
			chosenLocations: [location],
			expiresAt: end,
			allowedAddresses: ["203.0.113.0/24"],
		});
		const within = {
			level: "LOCATION",
			locationId: location.id,
			expiresAt: end.toISOString(),
			allowedAddresses: ["203.0.113.7"],
		};
		const status = async (fields: object) => (await ask(manager, newKey({ ...within, ...fields }))).status;

		expect(await status({})).toBe(201);
		expect(await status({ title: "a", expiresAt: null })).toBe(403);
		expect(await status({ title: "b", allowedAddresses: [] })).toBe(403);
		expect(await status({ title: "c", locationId: other.id })).toBe(403);
	});

	test("refuses what no key can be, and names the field", async () => {
		const { agency, manager } = await arrange();
		await makeKey(world, agency, { title: "Taken" });
		const fields = async (sent: object) => {
			const { status, body } = await ask(manager, newKey(sent));
			return { status, fields: (body.errors as { field: string }[] | undefined)?.map(({ field }) => field) };
		};

		expect(await fields({ level: "LOCATION" })).toEqual({ status: 422, fields: ["locationId"] });
		expect(await fields({ admin: true })).toEqual({ status: 422, fields: ["admin"] });
		expect(await fields({ expiresAt: "tomorrow" })).toEqual({ status: 422, fields: ["expiresAt"] });
		expect(await fields({ title: "Taken" })).toMatchObject({ status: 409 });
		const slow = { max: 1, seconds: 60, burst: 9 };
		expect(await fields({ rateLimit: slow })).toEqual({ status: 422, fields: ["rateLimit.burst"] });
	});
});

describe("the place that a call is about", () => {
	test.each(["AGENCY", "LOCATION"])("is never wider than its sender said: %s", async (level) => {
		const { agency, location, manager } = await arrange();
		const locationIds = level === "LOCATION" ? [location.id] : null;

		const refused = await ask(manager, newKey({ level, locationId: location.id, locationIds }));

		const field = level === "LOCATION" ? "locationIds" : "locationId";
		expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("is named once, in whichever case", async () => {
		const { agency, location, manager } = await arrange();
		const other = await makeLocation(world, agency);
		const local = newKey({ level: "LOCATION", locationId: location.id });
		const at = (id: string) => ({ ...local, path: `${local.path}?locationId=${id}` });

		for (const id of [other.id, "abc"]) {
			const refused = await ask(manager, at(id));
			expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "locationId" }] } });
		}
		const header = { ...get("/keys"), headers: { "Location-Id": "abc" } };
		expect(await ask(manager, header)).toMatchObject({
			status: 422,
			body: { errors: [{ field: "locationId" }] },
		});
		expect(await auditTrail(world, agency)).toEqual([]);
		expect(await ask(manager, at(location.id.toUpperCase()))).toMatchObject({ status: 201 });
		const listed = await ask(manager, get(`/keys?locationId=${location.id.toUpperCase()}`));
		expect(listed.body.data).toHaveLength(1);
	});
});

describe("the life of a key", () => {
	test("each step is answered with the key as it is then, and recorded", async () => {
		const { agency, manager } = await arrange();
		const { body: made } = await ask(manager, newKey());
		const key = { id: String(made.id) };

		expect((await ask(manager, patch(key, { title: "Shop" }))).body).toMatchObject({
			title: "Shop",
			scopes: ["contacts.readonly"],
			propagated: true,
		});
		expect((await ask(manager, step(key, "disable"))).body).toMatchObject({ status: "Inactive" });
		expect((await ask(manager, step(key, "enable"))).body).toMatchObject({ status: "Active" });
		expect((await ask(manager, step(key, "keep-alive"))).body).toMatchObject({ propagated: true });
		const rotated = await ask(manager, step(key, "rotate", { overlapSeconds: 60 }));
		expect(await ask({ secret: String(rotated.body.key) }, get("/keys/me"))).toMatchObject({ status: 200 });
		expect(await ask({ secret: String(made.key) }, get("/keys/me"))).toMatchObject({ status: 200 });
		await ask(manager, step(key, "end-overlap"));
		expect(await ask({ secret: String(made.key) }, get("/keys/me"))).toMatchObject({ status: 401 });
		expect((await ask(manager, remove(key))).body).toMatchObject({ id: key.id, deleted: true });
		expect(await ask(manager, get(`/keys/${key.id}`))).toMatchObject({ status: 404 });
		expect((await ask(manager, step(key, "restore"))).body).toMatchObject({ status: "Active" });
		expect((await ask(manager, step(key, "revoke", { reason: "Over" }))).body).toMatchObject({
			status: "Revoked",
			revokedReason: "Over",
		});
		expect(await ask(manager, step(key, "enable"))).toMatchObject({ status: 409 });
		expect((await auditTrail(world, agency)).map(({ action }) => action.replace("key.", ""))).toEqual(
			"create edit disable enable keep_alive rotate end_overlap delete restore revoke".split(" "),
		);
	});

	test("a change is refused when the key is at another version than its sender saw", async () => {
		const { agency, manager } = await arrange();
		const key = await makeKey(world, agency);

		expect(await ask(manager, patch(key, { title: "One", version: 1 }))).toMatchObject({ status: 200 });
		expect(await ask(manager, patch(key, { title: "Two", version: 1 }))).toMatchObject({ status: 409 });
		expect(await ask(manager, step(key, "rotate", { overlapSeconds: 0, version: 1 }))).toMatchObject({
			status: 409,
		});
	});

	test("two changes of different members at once both stay", async () => {
		const { agency, manager } = await arrange();
		const key = await makeKey(world, agency);

		await Promise.all([
			ask(manager, patch(key, { title: "Both" })),
			ask(manager, patch(key, { description: "stay" })),
		]);

		expect(await storedKey(world, key.id)).toMatchObject({ title: "Both", description: "stay" });
	});

	test("no key changes one that holds more than itself, or another that manages keys", async () => {
		const { agency, manager } = await arrange();
		const peer = await makeKey(world, agency, { scopes: MANAGING });
		const greater = await makeKey(world, agency, { scopes: ["users.readonly"] });

		for (const key of [peer, greater]) {
			const before = await storedKey(world, key.id);
			for (const asked of [
				patch(key, { title: "Mine" }),
				remove(key),
				step(key, "rotate", { overlapSeconds: 0 }),
				step(key, "disable"),
				step(key, "revoke", { reason: "Mine" }),
			]) {
				expect(await ask(manager, asked)).toMatchObject({ status: 403, body: { code: "forbidden" } });
			}
			expect(await storedKey(world, key.id)).toEqual(before);
		}
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("a key rotates itself, and gains nothing by changing itself", async () => {
		const { manager } = await arrange();

		expect(await ask(manager, patch(manager, { scopes: [...MANAGING, "users.write"] }))).toMatchObject({
			status: 403,
		});
		const rotated = await ask(manager, step(manager, "rotate", { overlapSeconds: 60 }));

		expect(rotated.status).toBe(200);
		expect(await ask({ secret: String(rotated.body.key) }, get("/keys/me"))).toMatchObject({ status: 200 });
	});

	test("another agency's key is answered like one that never was", async () => {
		const [ours, theirs] = [await arrange(), await arrange()];
		const key = await makeKey(world, theirs.agency);
		const absent = { id: "01970000-0000-7000-8000-000000000001" };
		const all = (of: { id: string }) => [
			get(`/keys/${of.id}`),
			get(`/keys/${of.id}/usage`),
			patch(of, { title: "Mine" }),
			remove(of),
			...["enable", "disable", "keep-alive", "restore", "end-overlap"].map((name) => step(of, name)),
			step(of, "rotate", { overlapSeconds: 0 }),
			step(of, "revoke", { reason: "Mine" }),
		];

		for (const [index, asked] of all(key).entries()) {
			const foreign = await ask(ours.manager, asked);
			expect(foreign.status).toBe(404);
			const never = all(absent)[index];
			expect(foreign).toEqual(never && (await ask(ours.manager, never)));
		}
		expect(await auditTrail(world, theirs.agency)).toEqual([]);
	});
});

import { afterEach, describe, expect, test } from "vitest";
import type { Scope } from "#lib/core/scopes.ts";
import { openApi } from "#lib/testing/api.ts";
import {
	auditTrail,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { makeCursor } from "../cursor.ts";

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

const newKey = (fields: object = {}) => ({
	method: "POST",
	path: "/api/v2/keys",
	body: { level: "AGENCY", title: "Website", scopes: ["contacts.readonly"], ...fields },
});
const get = (path: string) => ({ method: "GET", path: `/api/v2${path}` });
const patch = (key: { id: string }, body: object) => ({
	method: "PATCH",
	path: `/api/v2/keys/${key.id}`,
	body,
});
const remove = (key: { id: string }) => ({ method: "DELETE", path: `/api/v2/keys/${key.id}` });
const step = (key: { id: string }, name: string, body?: object) => ({
	method: "POST",
	path: `/api/v2/keys/${key.id}/${name}`,
	...(body && { body }),
});

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

describe("listing", () => {
	type Listed = { id: string; title: string };

	async function walk(manager: TestKey, query: string, afterPage = async (_last: Listed) => {}) {
		const titles: unknown[] = [];
		for (let cursor = ""; ; ) {
			const path = `/keys?limit=2${query}${cursor && `&cursor=${cursor}`}`;
			const { status, body } = await ask(manager, get(path));
			expect({ status, body }).toMatchObject({ status: 200 });
			const page = body.data as Listed[];
			titles.push(...page.map(({ title }) => title));
			const last = page.at(-1);
			if (body.nextCursor === null || !last) return titles;
			await afterPage(last);
			cursor = String(body.nextCursor);
		}
	}

	test("goes through all keys once, the newest first, while others are made and deleted", async () => {
		const { agency, location, manager } = await arrange();
		for (const [index, at] of [undefined, location, undefined, location, undefined].entries()) {
			const createdAt = daysFrom(NOW, index < 2 ? 1 : index);
			await makeKey(world, agency, { title: `${index}`, createdAt, ...(at && { location: at }) });
		}

		const titles = await walk(manager, "", async (last) => {
			expect(await ask(manager, remove(last))).toMatchObject({ status: 200 });
			expect(await ask(manager, newKey({ title: `After ${last.title}` }))).toMatchObject({ status: 201 });
		});

		expect(titles).toEqual(["4", "3", "2", "1", "0", manager.title]);
	});

	test.each(["level", "locationId", "status", "role", "scope", "unused", "limit", "cursor", "offset"])(
		"names the filter that says nothing it knows: %s",
		async (field) => {
			const { manager } = await arrange();

			for (const query of [`${field}=nothing`, `${field}=`, `${field}=1&${field}=2`]) {
				const refused = await ask(manager, get(`/keys?${query}`));
				expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
			}
		},
	);

	test("is narrowed by each filter", async () => {
		const { agency, location, manager } = await arrange();
		await makeKey(world, agency, { title: "local", location, role: "READONLY", lastUsedAt: NOW });
		await makeKey(world, agency, { title: "off", disabled: true, scopes: ["forms.write"] });
		await makeKey(world, agency, { title: "over", expiresAt: NOW });
		await makeKey(world, agency, { title: "ended", revoked: true });

		expect(await walk(manager, "&level=LOCATION")).toEqual(["local"]);
		expect(await walk(manager, `&locationId=${location.id}`)).toEqual(["local"]);
		expect(await walk(manager, "&role=READONLY")).toEqual(["local"]);
		expect(await walk(manager, "&status=Inactive")).toEqual(["off"]);
		expect(await walk(manager, "&status=Expired")).toEqual(["over"]);
		expect(await walk(manager, "&status=Revoked")).toEqual(["ended"]);
		expect(await walk(manager, "&status=Active")).toEqual(["local", manager.title]);
		expect(await walk(manager, "&scope=forms.write")).toEqual(["off"]);
		expect(await walk(manager, "&scope=forms.readonly&status=Inactive")).toEqual(["off"]);
		expect(await walk(manager, "&unused=false&level=LOCATION")).toEqual(["local"]);
		expect(await walk(manager, "&unused=true&level=LOCATION")).toEqual([]);
	});

	test("shows a key of chosen locations the keys of these alone", async () => {
		const { agency, location } = await arrange();
		await makeKey(world, agency, { title: "here", location });
		await makeKey(world, agency, { title: "there", location: await makeLocation(world, agency) });
		const reader = await makeKey(world, agency, { scopes: ["keys.readonly"], chosenLocations: [location] });

		expect(await walk(reader, "")).toEqual(["here"]);
	});

	test("refuses a cursor that an earlier release made otherwise", async () => {
		const { agency, manager } = await arrange();
		const cursor = makeCursor({ agencyId: agency.id, list: "keys", filters: {} }, { offset: 50 });

		const refused = await ask(manager, get(`/keys?cursor=${cursor}`));

		expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "cursor" }] } });
	});

	test.each(["of another agency", "of other filters", "that was changed", "that is none"])(
		"refuses a cursor %s",
		async (whose) => {
			const [ours, theirs] = [await arrange(), await arrange()];
			await makeKey(world, ours.agency);
			const { body } = await ask(ours.manager, get("/keys?limit=1"));
			const cursor = String(body.nextCursor);
			const asked = {
				"of another agency": [theirs.manager, `limit=1&cursor=${cursor}`] as const,
				"of other filters": [ours.manager, `role=ADMIN&cursor=${cursor}`] as const,
				"that was changed": [ours.manager, `limit=1&cursor=A${cursor.slice(1)}B`] as const,
				"that is none": [ours.manager, "cursor=%00"] as const,
			}[whose];

			const refused = asked && (await ask(asked[0], get(`/keys?${asked[1]}`)));

			expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "cursor" }] } });
		},
	);
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

describe("records", () => {
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
});

describe("a named call", () => {
	const named = { "Idempotency-Key": "order-1" };

	test("makes one key, and tells its secret again", async () => {
		const { agency, manager } = await arrange();

		const first = await ask(manager, { ...newKey(), headers: named });
		const again = await ask(manager, { ...newKey(), headers: named });

		expect(again).toMatchObject({ status: 201, body: first.body });
		expect(again.headers["idempotency-replayed"]).toBe("true");
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("of twenty at once one makes a key, and all the others hear of it", async () => {
		const { agency, manager } = await arrange();
		const asked = { ...newKey(), headers: named };

		const answers = await Promise.all(Array.from({ length: 20 }, () => ask(manager, asked)));

		const made = await ask(manager, asked);
		expect(made.status).toBe(201);
		for (const { status, body } of answers) {
			if (status === 201) expect(body).toEqual(made.body);
			else expect({ status, body }).toMatchObject({ status: 409, body: { code: "conflict" } });
		}
		expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test.each([
		["another route", "/api/unkey/v2/keys.createKey"],
		["another query", "/api/v2/keys?a=1"],
	])("is refused for %s", async (_what, path) => {
		const { agency, manager } = await arrange();
		await ask(manager, { ...newKey(), headers: named });
		const body = path.includes("unkey") ? { apiId: agency.id } : newKey().body;

		const refused = await ask(manager, { method: "POST", path, body, headers: named });

		expect(refused.status).toBe(path.includes("unkey") ? 400 : 422);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("gives a key one new secret, however often it is sent", async () => {
		const { agency, manager } = await arrange();
		const asked = { ...step(manager, "rotate", { overlapSeconds: 60 }), headers: named };

		const [first, again] = [await ask(manager, asked), await ask(manager, asked)];

		expect(again).toMatchObject({ status: 200, body: first.body });
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("of another key is another call", async () => {
		const { agency, manager } = await arrange();
		const peer = await makeKey(world, agency, { scopes: MANAGING });
		await ask(manager, { ...newKey(), headers: named });

		const { status, headers } = await ask(peer, { ...newKey({ title: "Theirs" }), headers: named });

		expect(status).toBe(201);
		expect(headers["idempotency-replayed"]).toBeUndefined();
	});

	test("is refused with another body, and as a name of no kind", async () => {
		const { manager } = await arrange();
		await ask(manager, { ...newKey(), headers: named });

		for (const asked of [
			{ ...newKey({ title: "Other" }), headers: named },
			...["", "a b", "é", "a".repeat(10_000)].map((name) => ({
				...newKey({ title: "Other" }),
				headers: { "Idempotency-Key": name },
			})),
		]) {
			expect(await ask(manager, asked)).toMatchObject({
				status: 422,
				body: { errors: [{ field: "Idempotency-Key" }] },
			});
		}
	});
});

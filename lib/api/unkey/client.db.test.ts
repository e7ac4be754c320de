import { Unkey } from "@unkey/api";
import { afterEach, describe, expect, test } from "vitest";
import { openServer, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const reported: unknown[] = [];
const port = await openServer(testSurroundings(world.database), (error) => reported.push(error));

afterEach(() => expect(reported.splice(0)).toEqual([]));

/** Unkey's own client, with nothing changed but where it asks. */
async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const scopes = ["keys.write", "keys.verify", "contacts.write", "forms.write"] as const;
	const root = await makeKey(world, agency, { scopes: [...scopes] });
	const unkey = new Unkey({ rootKey: root.secret, serverURL: `http://127.0.0.1:${port}/api/unkey` });
	return { agency, location, root, unkey };
}

describe("Unkey's own client", () => {
	test("creates a key, verifies it, and reads it back", async () => {
		const { agency, unkey } = await arrange();
		const expires = Date.now() + 86_400_000;

		const { data: made } = await unkey.keys.createKey({
			apiId: agency.id,
			prefix: "prod",
			byteLength: 24,
			name: "Website",
			externalId: "user_1",
			meta: { plan: "pro", seats: 3 },
			permissions: ["contacts.readonly", "forms.write"],
			expires,
			credits: { remaining: 10, refill: { interval: "monthly", amount: 10, refillDay: 3 } },
			ratelimits: [{ name: "requests", limit: 5, duration: 60_000, autoApply: true }],
		});
		const { data: verdict } = await unkey.keys.verifyKey({
			key: made.key,
			permissions: "contacts.readonly AND (forms.write OR links.write)",
			credits: { cost: 4 },
			tags: ["path=/"],
		});
		const { data: read } = await unkey.keys.getKey({ keyId: made.keyId });
		const { data: known } = await unkey.keys.whoami({ key: made.key });

		expect(made.key).toMatch(/^lk_agy_/);
		expect(verdict).toEqual({
			valid: true,
			code: "VALID",
			keyId: made.keyId,
			name: "Website",
			meta: { plan: "pro", seats: 3 },
			expires,
			credits: 6,
			enabled: true,
			permissions: ["contacts.readonly", "forms.write"],
			roles: ["ADMIN"],
			identity: { id: "user_1", externalId: "user_1" },
			ratelimits: [expect.objectContaining({ exceeded: false, limit: 5, duration: 60_000, remaining: 4 })],
		});
		expect(read).toMatchObject({
			keyId: made.keyId,
			enabled: true,
			name: "Website",
			meta: { plan: "pro", seats: 3 },
			expires,
			permissions: ["contacts.readonly", "forms.write"],
			identity: { externalId: "user_1" },
			credits: { refill: { interval: "monthly", amount: 10, refillDay: 3 } },
		});
		expect(known.keyId).toBe(made.keyId);
	});

	test("makes keys with nothing but a place, at a location too", async () => {
		const { location, unkey } = await arrange();

		const { data: made } = await unkey.keys.createKey({ apiId: location.id });
		const { data: verdict } = await unkey.keys.verifyKey({ key: made.key });

		expect(made.key).toMatch(/^lk_loc_/);
		expect(verdict).toMatchObject({ valid: true, permissions: [], roles: ["READONLY"] });
	});

	test("updates a key, and clears what is null", async () => {
		const { agency, unkey } = await arrange();
		const first = {
			apiId: agency.id,
			name: "One",
			externalId: "user_1",
			meta: { a: 1 },
			credits: { remaining: 1 },
		};
		const { data: made } = await unkey.keys.createKey(first);

		await unkey.keys.updateKey({
			keyId: made.keyId,
			name: "Two",
			externalId: null,
			meta: null,
			credits: null,
			permissions: ["contacts.write"],
			enabled: false,
		});
		const { data: read } = await unkey.keys.getKey({ keyId: made.keyId });
		const { data: verdict } = await unkey.keys.verifyKey({ key: made.key });

		expect(read).toMatchObject({ name: "Two", enabled: false, permissions: ["contacts.write"] });
		expect(Object.keys(read)).not.toEqual(expect.arrayContaining(["meta"]));
		expect(read.credits).toBeUndefined();
		expect(read.identity).toBeUndefined();
		expect(verdict).toMatchObject({ valid: false, code: "DISABLED", enabled: false });
	});

	test("sets, adds and takes credits", async () => {
		const { agency, unkey } = await arrange();
		const { data: made } = await unkey.keys.createKey({ apiId: agency.id, credits: { remaining: 10 } });
		const { keyId } = made;
		const move = async (operation: "set" | "increment" | "decrement", value: number | null) =>
			(await unkey.keys.updateCredits({ keyId, operation, value })).data.remaining;

		expect(await move("increment", 5)).toBe(15);
		expect(await move("decrement", 4)).toBe(11);
		expect(await move("decrement", 100)).toBe(0);
		expect((await unkey.keys.verifyKey({ key: made.key })).data.code).toBe("USAGE_EXCEEDED");
		expect(await move("set", 3)).toBe(3);
		expect(await move("set", null)).toBeNull();
		expect((await unkey.keys.verifyKey({ key: made.key })).data.code).toBe("VALID");
	});

	test("re-rolls a key: the new one takes over its name, the old one ends", async () => {
		const { agency, unkey } = await arrange();
		const wanted = { apiId: agency.id, name: "Website", meta: { a: 1 }, permissions: ["contacts.readonly"] };
		const { data: old } = await unkey.keys.createKey(wanted);

		const { data: made } = await unkey.keys.rerollKey({ keyId: old.keyId, expiration: 0 });
		const { data: dead } = await unkey.keys.verifyKey({ key: old.key });
		const { data: alive } = await unkey.keys.verifyKey({ key: made.key });
		const { data: next } = await unkey.keys.rerollKey({ keyId: made.keyId, expiration: 3_600_000 });
		const { data: still } = await unkey.keys.verifyKey({ key: made.key });

		expect(made.keyId).not.toBe(old.keyId);
		expect(dead).toMatchObject({ valid: false, code: "EXPIRED", name: "Website (2)" });
		expect(alive).toMatchObject({ valid: true, name: "Website", meta: { a: 1 } });
		expect(alive.permissions).toEqual(["contacts.readonly"]);
		expect(still).toMatchObject({ valid: true, name: "Website (3)", keyId: made.keyId });
		expect((await unkey.keys.getKey({ keyId: next.keyId })).data.name).toBe("Website");
	});

	test("deletes a key, which is not found then", async () => {
		const { agency, unkey } = await arrange();
		const { data: made } = await unkey.keys.createKey({ apiId: agency.id });

		await unkey.keys.deleteKey({ keyId: made.keyId });

		expect((await unkey.keys.verifyKey({ key: made.key })).data).toEqual({ valid: false, code: "NOT_FOUND" });
		await expect(unkey.keys.getKey({ keyId: made.keyId })).rejects.toMatchObject({ statusCode: 404 });
	});

	test("gives, sets and takes permissions", async () => {
		const { agency, unkey } = await arrange();
		const { data: made } = await unkey.keys.createKey({ apiId: agency.id });
		const { keyId } = made;
		const slugs = (answer: { data: { slug: string }[] }) => answer.data.map(({ slug }) => slug);

		const added = await unkey.keys.addPermissions({
			keyId,
			permissions: ["contacts.write", "forms.readonly"],
		});
		const removed = await unkey.keys.removePermissions({ keyId, permissions: ["forms.readonly"] });
		const set = await unkey.keys.setPermissions({ keyId, permissions: ["forms.write"] });

		expect(slugs(added)).toEqual(["contacts.write", "forms.readonly"]);
		expect(slugs(removed)).toEqual(["contacts.write"]);
		expect(slugs(set)).toEqual(["forms.write"]);
	});

	test("lists a place's keys page by page, and those of one of its users", async () => {
		const { location, unkey } = await arrange();
		const ids: string[] = [];
		for (let count = 0; count < 5; count++) {
			const externalId = count % 2 === 0 ? "even" : "odd";
			const { data } = await unkey.keys.createKey({ apiId: location.id, name: "Same", externalId });
			ids.push(data.keyId);
		}

		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const { result } = await unkey.apis.listKeys({
				apiId: location.id,
				limit: 2,
				...(cursor && { cursor }),
			});
			seen.push(...result.data.map(({ keyId }) => keyId));
			cursor = result.pagination.cursor;
		} while (cursor);
		const odd = await unkey.apis.listKeys({ apiId: location.id, externalId: "odd" });

		expect(seen).toEqual(ids);
		expect(odd.result.data.map(({ keyId }) => keyId)).toEqual([ids[1], ids[3]]);
		expect(odd.result.data.map(({ name }) => name)).toEqual(["Same (2)", "Same (4)"]);
	});

	test("limits by a name, and by names on a key", async () => {
		const { agency, unkey } = await arrange();
		const { data: made } = await unkey.keys.createKey({ apiId: agency.id, credits: { remaining: 5 } });
		const limit = async (identifier: string, cost = 1) =>
			(
				await unkey.ratelimit.limit({
					namespace: "mail",
					identifier,
					limit: 3,
					duration: 2_592_000_000,
					cost,
				})
			).data;
		const verify = async () =>
			(
				await unkey.keys.verifyKey({
					key: made.key,
					ratelimits: [{ name: "reports", limit: 1, duration: 2_592_000_000 }],
				})
			).data;

		expect(await limit("a", 2)).toMatchObject({ success: true, limit: 3, remaining: 1 });
		expect(await limit("a", 2)).toMatchObject({ success: false, remaining: 1 });
		expect(await limit("a")).toMatchObject({ success: true, remaining: 0 });
		expect(await limit("b")).toMatchObject({ success: true, remaining: 2 });
		expect(await verify()).toMatchObject({ code: "VALID", credits: 4 });
		expect(await verify()).toMatchObject({
			code: "RATE_LIMITED",
			credits: 4,
			ratelimits: [{ name: "reports", exceeded: true, remaining: 0, limit: 1, autoApply: false }],
		});
	});
});

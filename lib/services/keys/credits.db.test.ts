import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { KeyEdit } from "#lib/core/keys/fields.ts";
import type { Refill } from "#lib/core/keys/refill.ts";
import { leaseCredits, returnCredits } from "#lib/data/quotas.ts";
import {
	auditTrail,
	contextFor,
	keyFields,
	makeAgency,
	makeKey,
	minutesFrom,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { permissionAt } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";
import { editKey } from "./edit.ts";
import { listKeys } from "./list.ts";

const world = await testWorld();

const DAILY: Refill = { amount: 100, every: "DAY" };
const MONTHLY: Refill = { amount: 5_000, every: "MONTH", day: 31 };

/** What an edit form sends that touched nothing but `changes`. */
function editOf(key: { id: string; title: string }, version: number, changes: Partial<KeyEdit>): KeyEdit {
	const { level: _level, locationId: _location, credits: _credits, ...fields } = keyFields(null);
	return { ...fields, title: key.title, keyId: key.id, version, ...changes };
}

async function storedQuota(keyId: string) {
	const { rows } = await world.owner.query(
		`select remaining::int, refill_amount::int as amount, refill_every as every, refill_day as day,
			refills_at as "refillsAt", grant_version as grant from key_credits where key_id = $1`,
		[keyId],
	);
	return rows[0] ?? null;
}

/** An agency, and a key of its with this quota. */
async function arrange(quota: { credits: number | null; refill?: Refill | null }) {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const { key } = await createKey(ctx, keyFields(null, quota));
	return { agency, ctx, key, edit: (changes: Partial<KeyEdit>) => editKey(ctx, editOf(key, 1, changes)) };
}

/** Takes credits as a process does. */
const take = (agency: { id: string }, key: { id: string }, count = 10) =>
	leaseCredits(world.database, agency.id, key.id, { needed: count, demand: count, wanted: count });

/** Makes the key's refill one that should have come a minute ago. */
const letRefillBeDue = (keyId: string) =>
	world.owner.query("update key_credits set refills_at = $2 where key_id = $1", [
		keyId,
		minutesFrom(NOW, -1),
	]);

describe("changing a refill", () => {
	fourCases<TestKey>({
		world,
		places: ["agency", "location"],
		permission: (place) => permissionAt(place, "write"),
		knows: (place) => permissionAt(place, "read"),
		action: "key.edit",
		arrange: ({ place, agency, location }) =>
			makeKey(world, agency, { credits: 7, ...(place === "location" && { location }) }),
		act: (ctx, key) => editKey(ctx, editOf(key, 1, { refill: MONTHLY })),
		absent: (key) => ({ ...key, id: newId() }),
		remove: (_scene, { id }) =>
			world.owner.query("update api_keys set deleted_at = $2 where id = $1", [id, NOW]),
		observe: async (_scene, { id }) => ({ ...(await storedKey(world, id)), quota: await storedQuota(id) }),
		done: { quota: { remaining: 7, amount: 5_000, every: "MONTH", day: 31 } },
	});
});

describe("a new key", () => {
	test.each([
		[DAILY, { amount: 100, every: "DAY", day: null }],
		[MONTHLY, { amount: 5_000, every: "MONTH", day: 31 }],
	])("is stored with its refill %o, and the audit event tells of it", async (refill, stored) => {
		const { agency, key } = await arrange({ credits: 7, refill });

		expect(await storedQuota(key.id)).toMatchObject({ remaining: 7, refillsAt: expect.any(Date), ...stored });
		expect(await auditTrail(world, agency)).toMatchObject([{ after: { credits: 7, refill } }]);
	});

	test.each([undefined, null])("has no refill when the refill is %s", async (refill) => {
		const { key } = await arrange({ credits: 7, ...(refill === null && { refill }) });

		expect(await storedQuota(key.id)).toMatchObject({ remaining: 7, amount: null, refillsAt: null });
	});

	test("without a quota cannot have one refilled", async () => {
		const refusal = await refusalOf(arrange({ credits: null, refill: DAILY }));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "refill" }] });
	});
});

describe("an edit", () => {
	test("is audited with the refill before and after", async () => {
		const { agency, key, edit } = await arrange({ credits: 7, refill: DAILY });

		await edit({ refill: null });

		expect(await storedQuota(key.id)).toMatchObject({ remaining: 7, amount: null, refillsAt: null });
		expect((await auditTrail(world, agency)).at(-1)).toMatchObject({
			before: { credits: 7, refill: DAILY },
			after: { credits: 7, refill: null },
		});
	});

	test("that names credits alone keeps the refill, and one that takes them away ends it", async () => {
		const { ctx, key, edit } = await arrange({ credits: 7, refill: DAILY });

		await edit({ credits: 9 });
		expect(await storedQuota(key.id)).toMatchObject({ remaining: 9, amount: 100, every: "DAY" });
		await editKey(ctx, editOf(key, 2, { credits: null }));

		expect(await storedQuota(key.id)).toBeNull();
	});

	test("can give credits and a refill to a key that had neither, but no refill alone", async () => {
		const { key, edit } = await arrange({ credits: null });

		expect(await refusalOf(edit({ refill: DAILY }))).toMatchObject({ fields: [{ field: "refill" }] });
		expect(await refusalOf(edit({ refill: DAILY, credits: null }))).toMatchObject({ code: "invalid_input" });
		await edit({ refill: DAILY, credits: 0 });

		expect(await storedQuota(key.id)).toMatchObject({ remaining: 0, amount: 100, every: "DAY" });
	});

	// A process gives back what it did not use, under the grant that it was taken under.
	test.each<[string, Partial<KeyEdit>]>([
		["names neither", {}],
		["names the refill that is there", { refill: { amount: 100, every: "DAY" } }],
	])("that %s leaves credits that processes have taken worth what they were", async (_, changes) => {
		const { agency, key, edit } = await arrange({ credits: 160, refill: DAILY });
		const before = await storedQuota(key.id);
		const block = await take(agency, key);

		await edit({ title: "Renamed", ...changes });
		await returnCredits(world.database, agency.id, key.id, block?.grant_version ?? "", 10);

		expect(await storedQuota(key.id)).toEqual(before);
	});

	test("that sets credits makes those that processes have taken worthless, even if the number is the same", async () => {
		const { agency, key, edit } = await arrange({ credits: 160 });
		const block = await take(agency, key);

		await edit({ credits: 150 });
		await returnCredits(world.database, agency.id, key.id, block?.grant_version ?? "", 10);

		expect(await storedQuota(key.id)).toMatchObject({ remaining: 150 });
	});
});

describe("a refill that is due", () => {
	test("does not undo credits that are set before anybody took it", async () => {
		const { agency, key, edit } = await arrange({ credits: 7, refill: DAILY });
		await letRefillBeDue(key.id);

		await edit({ credits: 3 });

		expect(await take(agency, key, 3)).toMatchObject({ granted: 3, remaining: 0 });
		expect((await storedQuota(key.id)).refillsAt.getTime()).toBeGreaterThan(Date.now());
		expect((await auditTrail(world, agency)).at(-1)).toMatchObject({ after: { credits: 3 } });
	});

	test("still comes when the rhythm is changed", async () => {
		const { key, edit } = await arrange({ credits: 0, refill: DAILY });
		await letRefillBeDue(key.id);

		await edit({ refill: MONTHLY });

		expect(await storedQuota(key.id)).toMatchObject({ remaining: 100, amount: 5_000, every: "MONTH" });
	});

	test("is shown in lists as if it had come, with the one after it", async () => {
		const { ctx, key } = await arrange({ credits: 0, refill: MONTHLY });
		const list = () =>
			listKeys(ctx, { level: "AGENCY", sort: "created", direction: "asc", page: 1, pageSize: 50 });
		const { refillsAt } = await storedQuota(key.id);

		expect((await list()).rows).toMatchObject([
			{ creditsRemaining: 0, refill: MONTHLY, refillsAt: refillsAt.toISOString() },
		]);
		await letRefillBeDue(key.id);

		expect((await list()).rows).toMatchObject([
			{ creditsRemaining: 5_000, refill: MONTHLY, refillsAt: "2026-03-31T00:00:00.000Z" },
		]);
	});
});

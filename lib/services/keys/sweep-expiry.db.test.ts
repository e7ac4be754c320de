import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { codeOf, testEngine } from "#lib/testing/engine.ts";
import {
	contextFor,
	daysFrom,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
	type TestKey,
} from "#lib/testing/factories.ts";
import { countdownOf, noticesOf } from "#lib/testing/notices.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteLocation } from "../locations/delete.ts";
import { deleteKey } from "./delete.ts";
import { editKey } from "./edit.ts";
import { revokeKey } from "./revoke.ts";
import { sweepExpiry } from "./sweep-expiry.ts";

const world = await testWorld();
const signal = new AbortController().signal;
const day = (days: number) => daysFrom(NOW, days);
const sweep = (days: number, dryRun = false) => sweepExpiry(world.database, day(days), { dryRun, signal });

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	const key = await makeKey(world, agency, { expiresAt: day(40), ...options });
	const ctx = (days: number) => contextFor(world, agency, { role: "OWNER", now: day(days) });
	const edit = (days: number, changes: object) => {
		const { level: _level, locationId: _location, ...fields } = keyFields(null, { title: key.title });
		return editKey(ctx(days), { ...fields, expiresAt: day(40), keyId: key.id, version: 1, ...changes });
	};
	return { agency, key, ctx, edit };
}

async function told(key: TestKey) {
	const notices = await noticesOf(world, key);
	return notices.map(
		({ kind, detail, at, isWithdrawn }) =>
			`${(at.getTime() - NOW.getTime()) / 86_400_000}: ${kind} ${detail.daysLeft ?? detail.everyDays}${isWithdrawn ? " withdrawn" : ""}`,
	);
}

describe("before a key expires", () => {
	test("people are told 15, 7 and 1 days before, once each", async () => {
		const { key } = await arrange();

		for (const days of [24, 25, 25, 26, 33, 34, 39, 39.5, 40, 41]) await sweep(days);

		expect(await told(key)).toEqual(["25: key.expiring 15", "33: key.expiring 7", "39: key.expiring 1"]);
	});

	test("notices that were missed are skipped for the one that fits, which says what is so", async () => {
		const { key } = await arrange();

		await sweep(34);
		await sweep(34);

		expect(await told(key)).toEqual(["34: key.expiring 6"]);
		expect((await noticesOf(world, key))[0]?.detail).toMatchObject({ endsAt: day(40).toISOString() });
	});

	test("its end is never moved", async () => {
		const { key } = await arrange();

		await sweep(38);
		await sweep(39.9);

		expect(await countdownOf(world, key, "EXPIRY")).toMatchObject({ ends_at: day(40) });
	});

	test.each<[string, KeyOptions]>([
		["revoked", { revoked: true }],
		["in the trash", { deletedAt: NOW }],
	])("nothing is said of one that is %s", async (_name, options) => {
		const { key } = await arrange(options);

		await sweep(25);

		expect(await told(key)).toEqual([]);
	});

	test("one that is off is told of as well", async () => {
		const { key } = await arrange({ disabled: true });

		await sweep(25);

		expect(await told(key)).toEqual(["25: key.expiring 15"]);
	});

	test("a webhook that wants to know is told with each notice", async () => {
		const { agency, key } = await arrange();
		await world.owner.query(
			`insert into webhook_endpoints (agency_id, id, url, events, created_at, created_by_name, updated_at)
				values ($1, $2, 'https://example.test', '{key.expiring}', $3, 'Somebody', $3)`,
			[agency.id, newId(), NOW],
		);

		for (const days of [25, 33, 39]) await sweep(days);

		const { rows } = await world.owner.query(
			"select type, subject_id, data from webhook_events where agency_id = $1 order by created_at",
			[agency.id],
		);
		expect(rows).toMatchObject(
			[15, 7, 1].map((daysLeft) => ({
				type: "key.expiring",
				subject_id: key.id,
				data: { keyId: key.id, title: key.title, endsAt: day(40).toISOString(), daysLeft },
			})),
		);
	});

	test("four sweeps at once tell each notice once", async () => {
		const { key } = await arrange();

		for (const days of [25, 33]) await Promise.all([1, 2, 3, 4].map(() => sweep(days)));

		expect(await told(key)).toEqual(["25: key.expiring 15", "33: key.expiring 7"]);
	});

	test("a dry run tells nobody", async () => {
		const { key } = await arrange();

		const outcome = await sweep(25, true);

		expect(outcome.noticed).toBeGreaterThan(0);
		expect(await told(key)).toEqual([]);
	});
});

describe("the notices of an end date are withdrawn at once", () => {
	test("when the date moves, and those of the new date follow", async () => {
		const { key, edit } = await arrange();
		await sweep(25);

		await edit(26, { expiresAt: day(60) });
		expect(await told(key)).toEqual(["25: key.expiring 15 withdrawn"]);
		await sweep(45);

		expect(await told(key)).toEqual(["25: key.expiring 15 withdrawn", "45: key.expiring 15"]);
	});

	test("when the date moves away and back, and people are told anew", async () => {
		const { key, edit } = await arrange();
		await sweep(25);

		await edit(26, { expiresAt: day(60) });
		await edit(27, { expiresAt: day(40), version: 2 });
		await sweep(28);

		expect(await told(key)).toEqual(["25: key.expiring 15 withdrawn", "28: key.expiring 12"]);
	});

	type Arranged = Awaited<ReturnType<typeof arrange>>;
	test.each<[string, (arranged: Arranged) => Promise<unknown>]>([
		["when the date is removed", ({ edit }) => edit(26, { expiresAt: null })],
		["when the key is revoked", ({ ctx, key }) => revokeKey(ctx(26), { keyId: key.id, reason: "x" })],
		["when the key is deleted", ({ ctx, key }) => deleteKey(ctx(26), { keyId: key.id })],
	])("%s", async (_name, change) => {
		const arranged = await arrange();
		await sweep(25);

		await change(arranged);
		await sweep(33);

		expect(await told(arranged.key)).toEqual(["25: key.expiring 15 withdrawn"]);
	});

	test("when its location is deleted", async () => {
		const { agency, ctx } = await arrange();
		const location = await makeLocation(world, agency);
		const key = await makeKey(world, agency, { location, expiresAt: day(40) });
		await sweep(25);

		await deleteLocation(ctx(26), { locationId: location.id, typedName: location.name });
		await sweep(33);

		expect(await told(key)).toEqual(["25: key.expiring 15 withdrawn"]);
	});
});

test("extending a key that has expired brings it back", async () => {
	const expiresAt = new Date(Date.now() - 1_000);
	const { key, ctx, edit } = await arrange({ expiresAt });
	const engine = testEngine(world.database);
	expect(await codeOf(engine, key)).toBe("EXPIRED");

	const now = (Date.now() - NOW.getTime()) / 86_400_000;
	expect(ctx(now).now.getTime()).toBeGreaterThan(expiresAt.getTime());
	await edit(now, { expiresAt: daysFrom(new Date(), 5) });

	expect(await codeOf(testEngine(world.database), key)).toBe("VALID");
});

describe("a secret that is older than its key asks for", () => {
	async function withReminder(everyDays = 30) {
		const arranged = await arrange();
		await world.owner.query("update api_keys set expires_at = null, rotate_every_days = $2 where id = $1", [
			arranged.key.id,
			everyDays,
		]);
		return arranged;
	}

	test("is told of once", async () => {
		const { key } = await withReminder();

		for (const days of [29.9, 30, 31, 200]) await sweep(days);

		expect(await told(key)).toEqual(["30: key.rotation_due 30"]);
	});

	test("is told of once by sweeps at the same moment", async () => {
		const { key } = await withReminder();

		await Promise.all([1, 2, 3, 4].map(() => sweep(30)));

		expect(await told(key)).toHaveLength(1);
	});

	test("asks for less when the reminder is taken away, and again when it is back", async () => {
		const { key, edit } = await withReminder();
		await sweep(30);

		await edit(31, { expiresAt: null, rotateEveryDays: null });
		expect(await told(key)).toEqual(["30: key.rotation_due 30 withdrawn"]);
		await edit(32, { expiresAt: null, rotateEveryDays: 30, version: 2 });
		await sweep(33);

		expect(await told(key)).toEqual(["30: key.rotation_due 30 withdrawn", "33: key.rotation_due 30"]);
	});

	test("is told of again after a rotation, when the next secret is as old", async () => {
		const { key } = await withReminder();
		await sweep(30);
		await world.owner.query("update api_keys set secret_since = $2 where id = $1", [key.id, day(35)]);

		for (const days of [36, 65]) await sweep(days);

		expect(await told(key)).toHaveLength(2);
	});
});

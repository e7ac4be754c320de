import { describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "#lib/core/policies.ts";
import { editPolicy } from "#lib/services/policies/edit.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	makePolicy,
	minutesFrom,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { countdownOf, noticesOf } from "#lib/testing/notices.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteAgency } from "../agencies/delete.ts";
import { deleteLocation } from "../locations/delete.ts";
import { deleteKey } from "./delete.ts";
import { editKey } from "./edit.ts";
import { keepKeyAlive } from "./keep-alive.ts";
import { restoreKey } from "./restore.ts";
import { revokeKey } from "./revoke.ts";
import { setKeyEnabled } from "./set-enabled.ts";
import { sweepInactivity } from "./sweep-inactivity.ts";

const world = await testWorld();
const signal = new AbortController().signal;
const day = (days: number) => daysFrom(NOW, days);

const sweep = (days: number, options: Partial<Parameters<typeof sweepInactivity>[2]> = {}) =>
	sweepInactivity(world.database, day(days), {
		dryRun: false,
		signal,
		untilWritten: async () => true,
		...options,
	});

const use = (key: TestKey, at: Date) =>
	world.owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [key.id, at]);

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const owner = await makePerson(world);
	await makeMember(world, agency, owner, "OWNER");
	const key = await makeKey(world, agency, options);
	const ctx = (days: number) => contextFor(world, agency, { role: "OWNER", now: day(days) });
	return { agency, owner, key, ctx };
}

/** Days, told from {@link NOW}, on which people were told of something, with what stands of it. */
async function told(key: TestKey) {
	const notices = await noticesOf(world, key);
	return notices.map(
		({ kind, detail, at, isWithdrawn }) =>
			`${(at.getTime() - NOW.getTime()) / 86_400_000}: ${kind} ${detail.daysLeft ?? ""}${isWithdrawn ? " withdrawn" : ""}`,
	);
}

async function noticed(key: TestKey, ...days: number[]) {
	for (const each of days) await sweep(each);
	expect(await noticesOf(world, key)).toHaveLength(days.length);
}

const isDeleted = async (key: TestKey) => (await storedKey(world, key.id)).deleted_at !== null;

describe("a key that nobody uses for 90 days", () => {
	test("is deleted by Latchkey, after notices 15, 7 and 1 days before", async () => {
		const { agency, key } = await arrange();

		for (const days of [74, 75, 76, 83, 84, 89, 89.5, 90]) await sweep(days);

		expect(await told(key)).toEqual([
			"75: key.unused 15 withdrawn",
			"83: key.unused 7 withdrawn",
			"89: key.unused 1 withdrawn",
			"90: key.deleted_unused ",
		]);
		expect(await storedKey(world, key.id)).toMatchObject({
			deleted_at: day(90),
			deleted_because: "INACTIVITY",
			deleted_by_name: "Latchkey",
			version: 2,
		});
		expect(await auditTrail(world, agency)).toMatchObject([
			{ action: "key.delete", actorId: null, after: { deletedBecause: "INACTIVITY" } },
		]);
	});

	test("tells each person what is so: how many days are left, and since when it is idle", async () => {
		const { key } = await arrange({ lastUsedAt: day(2) });

		await sweep(77);

		expect((await noticesOf(world, key)).map(({ detail }) => detail)).toEqual([
			{ title: key.title, daysLeft: 15, endsAt: day(92).toISOString(), idleSince: day(2).toISOString() },
		]);
	});

	test("is known to those who may manage it, and to nobody else", async () => {
		const { agency, owner } = await arrange();
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const people = await Promise.all(
			(
				[
					["ADMIN", undefined],
					["MEMBER", undefined],
					["MANAGER", here],
					["VIEWER", here],
					["MANAGER", there],
				] as const
			).map(async ([role, place]) => makeMember(world, agency, await makePerson(world), role, place)),
		);
		const [admin, , manager] = people;
		const key = await makeKey(world, agency, { location: here });

		await sweep(75);

		const reached = (await noticesOf(world, key)).map(({ userId }) => userId);
		expect(reached.sort()).toEqual([owner.id, admin?.id, manager?.id].sort());
	});

	test.each<[string, KeyOptions]>([
		["is off", { disabled: true }],
		["has expired", { expiresAt: day(1) }],
	])("goes as well when it %s", async (_name, options) => {
		const { key } = await arrange(options);

		for (const days of [75, 83, 89, 90]) await sweep(days);

		expect(await isDeleted(key)).toBe(true);
	});

	test.each<[string, string]>([
		["revoked", `revoked_at = '2026-03-02', revoked_reason = 'x'`],
		["exempt", "inactivity_exempt = true"],
		["on a longer period of its own", "inactivity_days = 400"],
	])("stays, without a word, when it is %s", async (_name, change) => {
		const { key } = await arrange();
		await world.owner.query(`update api_keys set ${change} where id = $1`, [key.id]);

		for (const days of [75, 83, 89, 90, 120]) await sweep(days);

		expect(await told(key)).toEqual([]);
		expect(await isDeleted(key)).toBe(false);
	});

	test("stays in an agency that wants none deleted, unless it has a period of its own", async () => {
		const { agency, key } = await arrange();
		await makePolicy(world, agency, { inactivityDays: null });
		const own = await makeKey(world, agency);
		await world.owner.query("update api_keys set inactivity_days = 30 where id = $1", [own.id]);

		for (const days of [15, 23, 29, 30, 90]) await sweep(days);

		expect(await told(key)).toEqual([]);
		expect(await isDeleted(own)).toBe(true);
	});
});

describe("a deletion never comes by surprise", () => {
	test("after four days of silence across a notice day, everything is later by as much", async () => {
		const { key } = await arrange();

		for (const days of [74, 79, 86, 87, 92, 93, 94]) await sweep(days);

		expect(await told(key)).toEqual([
			"79: key.unused 15 withdrawn",
			"87: key.unused 7 withdrawn",
			"93: key.unused 1 withdrawn",
			"94: key.deleted_unused ",
		]);
	});

	test("a key that was idle for a year gets its three notices first", async () => {
		const { key } = await arrange();

		await sweep(365);
		await sweep(365);

		expect(await told(key)).toEqual(["365: key.unused 15"]);
		expect(await isDeleted(key)).toBe(false);
	});

	test("it waits until all uses are known to be written", async () => {
		const { key } = await arrange();
		await noticed(key, 75, 83, 89);

		const outcome = await sweep(90, { untilWritten: async () => false });

		expect(outcome).toMatchObject({ deleted: 0, postponed: 1 });
		expect(await isDeleted(key)).toBe(false);
	});

	test("a run that has no time for all of them has deleted some, and the next one goes on", async () => {
		const { agency } = await arrange();
		for (let made = 0; made < 4; made++) await makeKey(world, agency);
		for (const days of [75, 83, 89]) await sweep(days);
		const stop = new AbortController();
		let batches = 0;
		const untilWritten = async () => {
			if (++batches === 3) stop.abort();
			return true;
		};

		const first = await sweep(90, { signal: stop.signal, untilWritten, batchMax: 2 });
		await sweep(90, { batchMax: 2 });

		expect(first.deleted).toBe(2);
		expect(await auditTrail(world, agency)).toHaveLength(5);
	});

	test("a dry run says what it would do, and does nothing", async () => {
		const { key } = await arrange();
		expect(await sweep(75, { dryRun: true })).toMatchObject({ noticed: expect.any(Number) });
		expect(await told(key)).toEqual([]);
		await noticed(key, 75, 83, 89);

		const outcome = await sweep(90, { dryRun: true });

		expect(outcome.deleted).toBeGreaterThan(0);
		expect(await isDeleted(key)).toBe(false);
	});
});

describe("the countdown ends, and its notices are withdrawn, with", () => {
	type Arranged = Awaited<ReturnType<typeof arrange>>;
	const edit = ({ key, ctx }: Arranged, changes: object) => {
		const { level: _level, locationId: _location, ...fields } = keyFields(null, { title: key.title });
		return editKey(ctx(84), { ...fields, keyId: key.id, version: 1, ...changes });
	};

	test.each<[string, (arranged: Arranged) => Promise<unknown>]>([
		["keep alive", ({ key, ctx }) => keepKeyAlive(ctx(84), { keyId: key.id })],
		["an exemption", (arranged) => edit(arranged, { inactivityExempt: true })],
		["a longer period of its own", (arranged) => edit(arranged, { inactivityDays: 91 })],
		["revocation", ({ key, ctx }) => revokeKey(ctx(84), { keyId: key.id, reason: "x" })],
		["deletion", ({ key, ctx }) => deleteKey(ctx(84), { keyId: key.id })],
		[
			"switching it on",
			async ({ key, ctx }) => {
				await world.owner.query("update api_keys set enabled = false where id = $1", [key.id]);
				await setKeyEnabled(ctx(84), { keyId: key.id, enabled: true });
			},
		],
		["deletion of its agency", ({ agency, ctx }) => deleteAgency(ctx(84), { typedName: agency.name })],
	])("%s, at once", async (_name, change) => {
		const arranged = await arrange();
		await noticed(arranged.key, 75, 83);

		await change(arranged);

		expect(await told(arranged.key)).toEqual(["75: key.unused 15 withdrawn", "83: key.unused 7 withdrawn"]);
		expect(await countdownOf(world, arranged.key)).toBeNull();
	});

	test("deletion of its location, at once", async () => {
		const { agency, ctx } = await arrange();
		const location = await makeLocation(world, agency);
		const key = await makeKey(world, agency, { location });
		await noticed(key, 75, 83);

		await deleteLocation(ctx(84), { locationId: location.id, typedName: location.name });

		expect(await told(key)).toEqual(["75: key.unused 15 withdrawn", "83: key.unused 7 withdrawn"]);
		expect(await countdownOf(world, key)).toBeNull();
	});

	test.each<[string, (arranged: Arranged) => Promise<unknown>]>([
		["a use", ({ key }) => use(key, day(83.5))],
		[
			"a policy of a longer period",
			({ ctx }) => editPolicy(ctx(84), { ...DEFAULT_POLICY, inactivityDays: 120, version: 0 }),
		],
		[
			"a policy that deletes none",
			({ ctx }) => editPolicy(ctx(84), { ...DEFAULT_POLICY, inactivityDays: null, version: 0 }),
		],
	])("%s, with the next sweep", async (_name, change) => {
		const arranged = await arrange();
		await noticed(arranged.key, 75, 83);

		await change(arranged);
		await sweep(84);

		expect(await told(arranged.key)).toEqual(["75: key.unused 15 withdrawn", "83: key.unused 7 withdrawn"]);
		expect(await countdownOf(world, arranged.key)).toBeNull();
	});

	test("a use the moment before the end, and a new one begins 90 days from there", async () => {
		const { key } = await arrange();
		await noticed(key, 75, 83, 89);
		await use(key, minutesFrom(day(90), -1));

		await sweep(90);
		expect(await isDeleted(key)).toBe(false);
		for (const days of [165, 173, 179, 180]) await sweep(days);

		expect((await told(key)).slice(3)).toEqual([
			"165: key.unused 15 withdrawn",
			"173: key.unused 7 withdrawn",
			"179: key.unused 1 withdrawn",
			"180: key.deleted_unused ",
		]);
	});

	test("restoring it: it counts from there, and people are told again", async () => {
		const { key, ctx } = await arrange();
		await noticed(key, 75, 83, 89);
		await sweep(90);

		await restoreKey(ctx(100), { keyId: key.id });
		for (const days of [174, 175]) await sweep(days);

		expect((await told(key)).slice(3)).toEqual(["90: key.deleted_unused  withdrawn", "175: key.unused 15"]);
		expect(await isDeleted(key)).toBe(false);
	});

	test("a period that goes up and down again, and everybody is told anew", async () => {
		const arranged = await arrange();
		await noticed(arranged.key, 75);

		await editPolicy(arranged.ctx(76), { ...DEFAULT_POLICY, inactivityDays: 120, version: 0 });
		await sweep(76);
		await editPolicy(arranged.ctx(77), { ...DEFAULT_POLICY, inactivityDays: 90, version: 1 });
		await sweep(77);

		expect(await told(arranged.key)).toEqual(["75: key.unused 15 withdrawn", "77: key.unused 15"]);
		expect(await countdownOf(world, arranged.key)).toMatchObject({ ends_at: day(92) });
	});
});

describe("a use wins over the deletion", () => {
	test("when it is written while the sweep waits for that", async () => {
		const { key } = await arrange();
		await noticed(key, 75, 83, 89);

		const outcome = await sweep(90, {
			untilWritten: async () => {
				await use(key, day(89.99));
				return true;
			},
		});

		expect(outcome).toMatchObject({ deleted: 0 });
		expect(await isDeleted(key)).toBe(false);
	});

	test("when it turns up only after the deletion: the key is back, and nobody is left with a wrong notice", async () => {
		const { agency, key } = await arrange();
		await noticed(key, 75, 83, 89);
		let asked = 0;

		const outcome = await sweep(90, {
			untilWritten: async () => {
				if (++asked === 2) await use(key, day(89.99));
				return true;
			},
		});

		expect(outcome).toMatchObject({ deleted: 1, restored: 1 });
		expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: null, deleted_because: null });
		expect((await noticesOf(world, key)).every(({ isWithdrawn }) => isWithdrawn)).toBe(true);
		expect((await auditTrail(world, agency)).map(({ action }) => action)).toEqual([
			"key.delete",
			"key.restore",
		]);
	});

	test.each([
		["Website", "Website (2)"],
		["W".repeat(80), `${"W".repeat(76)} (2)`],
	])("when another key has its title by then: %j comes back as %j", async (title, titleAfter) => {
		const { agency, key } = await arrange({ title });
		await noticed(key, 75, 83, 89);
		await sweep(90);
		await makeKey(world, agency, { title });
		await use(key, day(89.99));

		await sweep(90.1);

		expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: null, title: titleAfter });
	});

	test("when the process died between the deletion and the look at late uses", async () => {
		const { key } = await arrange();
		await noticed(key, 75, 83, 89);
		await sweep(90);
		expect(await isDeleted(key)).toBe(true);
		await use(key, day(89.99));

		await sweep(90.1);

		expect(await isDeleted(key)).toBe(false);
	});
});

describe("several at once", () => {
	test("four sweeps give each notice once, and delete once", async () => {
		const agency = await makeAgency(world);
		await makeMember(world, agency, await makePerson(world), "OWNER");
		const keys: TestKey[] = [];
		for (let made = 0; made < 12; made++) keys.push(await makeKey(world, agency));

		for (const days of [75, 83, 89, 90]) await Promise.all([1, 2, 3, 4].map(() => sweep(days)));
		await sweep(90);

		for (const key of keys) expect(await told(key)).toHaveLength(4);
		expect(await auditTrail(world, agency)).toHaveLength(keys.length);
	});

	test("a key that is kept alive during a sweep is either kept, or was deleted before", async () => {
		const { key, ctx } = await arrange();
		await noticed(key, 75, 83, 89);

		const [, kept] = await Promise.allSettled([sweep(90), keepKeyAlive(ctx(90), { keyId: key.id })]);

		expect(await isDeleted(key)).toBe(kept.status === "rejected");
	});

	test("a key that fails is left to the next run and stops no other", async () => {
		const { agency, key } = await arrange();
		const other = await makeKey(world, agency);
		const [first, second] = key.id < other.id ? [key, other] : [other, key];
		// What no service writes: a title that the notice cannot be stored with.
		await world.owner.query(
			`create or replace function refuse_notice() returns trigger language plpgsql as
				$$ begin if new.key_id = '${first.id}' then raise exception 'refused'; end if; return new; end $$`,
		);
		await world.owner.query(
			"create trigger refuse before insert on notifications for each row execute function refuse_notice()",
		);

		const outcome = await sweep(75);

		expect(outcome.failed).toBe(1);
		expect(await countdownOf(world, first)).toBeNull();
		expect(await told(second)).toEqual(["75: key.unused 15"]);
		await world.owner.query("drop trigger refuse on notifications");
		await sweep(76);
		expect(await told(first)).toEqual(["76: key.unused 15"]);
	});
});

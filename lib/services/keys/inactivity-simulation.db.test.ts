import { expect, test } from "vitest";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	NOW,
	type TestKey,
} from "#lib/testing/factories.ts";
import { noticesOf } from "#lib/testing/notices.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { keepKeyAlive } from "./keep-alive.ts";
import { sweepInactivity } from "./sweep-inactivity.ts";

const world = await testWorld();
const KEYS = 100;
const DAYS = 120;
const PERIOD = 90;
/** Nobody sweeps on these days: a notice day of every key that was never used lies among them. */
const OUTAGE = [74, 75, 76, 77];
const SWEEPERS = 3;
const DAY_MS = 86_400_000;

/** A generator with a seed, so that a failure can be had again. */
function dice(seed: number) {
	let state = seed;
	return (sides: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * sides);
	};
}

/** A key's life as the test arranged it: on which days it was used or kept alive, if it was still there. */
type Life = { key: TestKey; keepers: string[]; active: number[] };

const daysOf = (at: Date) => (at.getTime() - NOW.getTime()) / DAY_MS;

test("120 days with three sweepers, uses, keep-alives and an outage: none is taken by surprise, and none is forgotten", async () => {
	const roll = dice(20_261_121);
	const { agency, lives } = await arrange(roll);
	const databases = Array.from({ length: SWEEPERS }, () => anotherDatabase(world.appUrl));
	const ctx = (days: number) => contextFor(world, agency, { role: "OWNER", now: daysFrom(NOW, days) });

	for (let day = 1; day <= DAYS; day++) {
		for (const { key, active } of lives.filter((life) => life.active.includes(day))) {
			const isUse = roll(2) === 0;
			const at = day - 0.25;
			if (isUse) await use(key, at);
			else await keepKeyAlive(ctx(at), { keyId: key.id }).catch(() => active.splice(active.indexOf(day), 1));
		}
		if (OUTAGE.includes(day)) continue;
		await Promise.all(
			databases.map((database) =>
				sweepInactivity(database, daysFrom(NOW, day), {
					dryRun: false,
					signal: new AbortController().signal,
					untilWritten: async () => true,
				}),
			),
		);
	}

	for (const life of lives) await expectFair(life);
	const { rows } = await world.owner.query(
		"select count(*)::int as taken from api_keys where deleted_because = 'INACTIVITY'",
	);
	expect(rows[0]?.taken, "many were taken").toBeGreaterThan(KEYS / 4);
	await Promise.all(databases.map((database) => database.close()));
}, 240_000);

async function arrange(roll: (sides: number) => number) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const [owner, manager] = [await makePerson(world), await makePerson(world)];
	await makeMember(world, agency, owner, "OWNER");
	await makeMember(world, agency, manager, "MANAGER", location);
	const lives: Life[] = [];
	for (let made = 0; made < KEYS; made++) {
		const atLocation = roll(2) === 0;
		const key = await makeKey(world, agency, atLocation ? { location } : {});
		const active = Array.from({ length: roll(3) }, () => 1 + roll(DAYS - 1)).sort((a, b) => a - b);
		lives.push({ key, active, keepers: atLocation ? [owner.id, manager.id] : [owner.id] });
	}
	return { agency, lives };
}

/** As the engine writes it: only what still works can be used. */
const use = (key: TestKey, day: number) =>
	world.owner.query(
		`update key_last_uses u set last_used_at = $2 from api_keys k
			where k.id = u.key_id and k.id = $1 and k.deleted_at is null`,
		[key.id, daysFrom(NOW, day)],
	);

async function expectFair({ key, keepers }: Life) {
	const { rows } = await world.owner.query(
		`select k.deleted_at as "deletedAt", greatest(k.idle_from, u.last_used_at) as since
			from api_keys k join key_last_uses u on u.key_id = k.id where k.id = $1`,
		[key.id],
	);
	const { deletedAt, since } = rows[0] as { deletedAt: Date | null; since: Date };
	const notices = (await noticesOf(world, key)).filter(({ kind }) => kind === "key.unused");
	const latestEnd = daysOf(since) + PERIOD + OUTAGE.length + 1;
	if (deletedAt === null) {
		expect(latestEnd, "a key that is still there was used, or is told of, in time").toBeGreaterThan(DAYS);
		return;
	}
	expect(daysOf(deletedAt) - daysOf(since), "idle for its whole period").toBeGreaterThanOrEqual(PERIOD);
	expect(daysOf(deletedAt), "not later than the outage explains").toBeLessThanOrEqual(latestEnd);
	for (const keeper of keepers) {
		const own = notices.filter(({ userId, at }) => userId === keeper && at > since);
		expect(own.map(({ detail }) => detail.daysLeft)).toEqual([15, 7, 1]);
		for (const { detail, at } of own) {
			const told = (new Date(String(detail.endsAt)).getTime() - at.getTime()) / DAY_MS;
			expect(told, "what was said was true").toBeGreaterThanOrEqual(Number(detail.daysLeft));
		}
		expect(daysOf(deletedAt) - daysOf(own[2]?.at ?? deletedAt)).toBeGreaterThanOrEqual(1);
	}
	expect(new Set(notices.map(({ userId }) => userId)).size).toBe(keepers.length);
}

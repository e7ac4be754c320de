import { expect, test } from "vitest";
import {
	ATTENTION_MAX,
	ATTENTIONS,
	type Attention,
	isRefusedMoreThanUsual,
} from "#lib/core/keys/attention.ts";
import { SCOPES, scopesForLevel } from "#lib/core/scopes.ts";
import type { UsagePeriod } from "#lib/core/usage-periods.ts";
import { findKey } from "#lib/data/keys.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordUses } from "#lib/data/usage.ts";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
	type TestAgency,
	type TestKey,
	type TestLocation,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { listKeys } from "../keys/list.ts";
import { readAttention } from "./read-attention.ts";
import { readStates } from "./read-states.ts";
import { readPlaceUsage } from "./read-usage.ts";

const world = await testWorld();

const owner = (agency: TestAgency) => contextFor(world, agency, { role: "OWNER" });

const usageOf = (agency: TestAgency, location: TestLocation | null = null, period: UsagePeriod = "24h") =>
	readPlaceUsage(owner(agency), { locationId: location?.id ?? null, period });

const statesOf = (agency: TestAgency, location: TestLocation | null = null) =>
	readStates(owner(agency), location?.id ?? null);

const attentionOf = (agency: TestAgency, location: TestLocation | null = null) =>
	readAttention(owner(agency), location?.id ?? null);

const use = (key: TestKey, verdict: "VALID" | "RATE_LIMITED", uses: number, at = NOW) =>
	recordUses(
		world.database,
		crypto.randomUUID(),
		1,
		[
			{
				agency_id: key.agencyId,
				key_id: key.id,
				hour: `${at.toISOString().slice(0, 13)}:00:00Z`,
				verdict,
				uses,
			},
		],
		[],
	);

test("verifications are those of all keys at the agency, and those of its own keys at a location", async () => {
	const agency = await makeAgency(world);
	const [north, south] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const [whole, atNorth] = [await makeKey(world, agency), await makeKey(world, agency, { location: north })];

	await use(whole, "VALID", 5);
	await use(atNorth, "VALID", 2);
	await use(atNorth, "VALID", 3);
	await use(atNorth, "RATE_LIMITED", 4, daysFrom(NOW, -3));

	expect((await usageOf(agency)).totals).toEqual([{ verdict: "VALID", uses: 10 }]);
	expect((await usageOf(agency)).steps.at(-1)?.counts).toEqual({ VALID: 10 });
	expect((await usageOf(agency, null, "30d")).totals).toEqual([
		{ verdict: "VALID", uses: 10 },
		{ verdict: "RATE_LIMITED", uses: 4 },
	]);
	expect((await usageOf(agency, north, "12m")).totals).toEqual([
		{ verdict: "VALID", uses: 5 },
		{ verdict: "RATE_LIMITED", uses: 4 },
	]);
	expect((await usageOf(agency, south)).totals).toEqual([]);
});

test("counts of a place are right when many writers count at once", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const keys = await Promise.all([1, 2, 3].map(() => makeKey(world, agency, { location })));

	await Promise.all(
		Array.from({ length: 12 }, (_, index) =>
			use(keys[index % keys.length] ?? fail(), index % 2 ? "VALID" : "RATE_LIMITED", 1),
		),
	);

	const expected = [
		{ verdict: "VALID", uses: 6 },
		{ verdict: "RATE_LIMITED", uses: 6 },
	];
	expect((await usageOf(agency)).totals).toEqual(expected);
	expect((await usageOf(agency, location, "30d")).totals).toEqual(expected);
});

const fail = (): never => {
	throw new Error("There is no such key.");
};

test("keys are counted by level and state, without the trash and without those of deleted locations", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const gone = await makeLocation(world, agency, { deleted: true });
	await makeKey(world, agency);
	await makeKey(world, agency, { revoked: true, disabled: true });
	await makeKey(world, agency, { disabled: true, expiresAt: NOW });
	await makeKey(world, agency, { expiresAt: NOW });
	await makeKey(world, agency, { deletedAt: NOW });
	await makeKey(world, agency, { location });
	await makeKey(world, agency, { location: gone });

	const states = (rows: Awaited<ReturnType<typeof statesOf>>) =>
		Object.fromEntries(
			rows.filter(({ keys }) => keys > 0).map(({ level, status, keys }) => [`${level} ${status}`, keys]),
		);

	expect(states(await statesOf(agency))).toEqual({
		"AGENCY Active": 1,
		"AGENCY Revoked": 1,
		"AGENCY Inactive": 1,
		"AGENCY Expired": 1,
		"LOCATION Active": 1,
	});
	expect(states(await statesOf(agency, location))).toEqual({ "LOCATION Active": 1 });
});

/** A key of each kind that needs attention, and neighbours that just do not. */
async function makeOneOfEach(agency: TestAgency) {
	const recently = { lastUsedAt: minutesFrom(NOW, -5) };
	const keys = {
		expiring: await makeKey(world, agency, { ...recently, expiresAt: daysFrom(NOW, 14) }),
		idle: await makeKey(world, agency, { createdAt: daysFrom(NOW, -80), lastUsedAt: daysFrom(NOW, -80) }),
		refused: await makeKey(world, agency, recently),
		oldSecret: await makeKey(world, agency, recently),
		neverUsed: await makeKey(world, agency, { createdAt: daysFrom(NOW, -30) }),
		wide: await makeKey(world, agency, { ...recently, scopes: ["keys.write"] }),
	} satisfies Record<Attention, TestKey>;
	await countDown(keys.idle, daysFrom(NOW, -80));
	await use(keys.refused, "RATE_LIMITED", 20);
	await replaceSecret(keys.oldSecret, { endsAt: daysFrom(NOW, 1), sent: true });
	const usedSince = await makeKey(world, agency, recently);
	await countDown(usedSince, daysFrom(NOW, -80));
	const usuallyRefused = await makeKey(world, agency, recently);
	await use(usuallyRefused, "RATE_LIMITED", 60, daysFrom(NOW, -4));
	await use(usuallyRefused, "RATE_LIMITED", 24);
	await replaceSecret(await makeKey(world, agency, recently), { endsAt: daysFrom(NOW, 1), sent: false });
	await replaceSecret(await makeKey(world, agency, recently), { endsAt: NOW, sent: true });
	await makeKey(world, agency, { ...recently, expiresAt: minutesFrom(daysFrom(NOW, 14), 1) });
	await makeKey(world, agency, { ...recently, expiresAt: NOW });
	await makeKey(world, agency, { createdAt: minutesFrom(daysFrom(NOW, -30), 1) });
	await makeKey(world, agency, {
		...recently,
		scopes: SCOPES.slice(1).filter((one) => one !== "keys.write"),
	});
	await makeKey(world, agency, { ...recently, scopes: ["keys.write"], revoked: true });
	return keys;
}

const countDown = (key: TestKey, basis: Date) =>
	world.owner.query(
		`insert into key_countdowns (agency_id, key_id, kind, basis, ends_at) values ($1, $2, 'INACTIVITY', $3, $4)`,
		[key.agencyId, key.id, basis, daysFrom(basis, 90)],
	);

async function replaceSecret(key: TestKey, { endsAt, sent }: { endsAt: Date; sent: boolean }) {
	const id = crypto.randomUUID();
	await world.owner.query(
		`insert into key_secrets (agency_id, id, key_id, digest, pepper_id, created_at, ends_at)
			values ($1, $2::uuid, $3, sha256($2::uuid::text::bytea), 'test', $4, $5)`,
		[key.agencyId, id, key.id, NOW, endsAt],
	);
	if (!sent) return;
	await world.owner.query("insert into key_secret_uses values ($1, $2, '203.0.113.7', $3, 1, now(), '')", [
		key.agencyId,
		id,
		key.id,
	]);
}

test("each reason for attention finds its key and no other, and the list behind it shows the same", async () => {
	const agency = await makeAgency(world);
	const keys = await makeOneOfEach(agency);

	const attention = await attentionOf(agency);

	const counts = Object.fromEntries(attention.counts.map((count) => [count.attention, count.keys]));
	expect(counts).toEqual(Object.fromEntries(ATTENTIONS.map((each) => [each, 1])));
	expect(attention).toMatchObject({ urgent: 4, calm: 2 });
	for (const each of ATTENTIONS) {
		const query = { level: "AGENCY", sort: "created", direction: "asc", page: 1, pageSize: 10 } as const;
		const list = await listKeys(contextFor(world, agency, { role: "OWNER" }), { ...query, attention: each });
		expect(
			list.rows.map(({ id }) => id),
			each,
		).toEqual([keys[each].id]);
	}
});

test.each([
	{ inDay: 19, onUsualDays: 0 },
	{ inDay: 20, onUsualDays: 46 },
	{ inDay: 20, onUsualDays: 47 },
	{ inDay: 3_000, onUsualDays: 7_000 },
	{ inDay: 3_001, onUsualDays: 7_000 },
])("the database finds what the rule says: $inDay refusals after $onUsualDays", async (refused) => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { lastUsedAt: NOW });
	await use(key, "RATE_LIMITED", refused.inDay);
	await use(key, "RATE_LIMITED", refused.onUsualDays, daysFrom(NOW, -8));

	const { urgent } = await attentionOf(agency);

	expect(urgent === 1).toBe(isRefusedMoreThanUsual(refused));
});

test("when there are more keys than are counted, it says so", async () => {
	const agency = await makeAgency(world);
	await makeKey(world, agency, { lastUsedAt: NOW });
	await world.owner.query(
		`with made as (
			insert into api_keys (agency_id, id, level, all_locations, title, title_folded, role, scopes, scope_count,
				allowed_addresses, secret_prefix, secret_last_four, idle_from, created_at, created_by_name, updated_at)
			select agency_id, gen_random_uuid(), level, all_locations, title || n, title_folded || n, role, scopes, scope_count,
				allowed_addresses, secret_prefix, secret_last_four, $2, $2, created_by_name, updated_at
			from api_keys cross join generate_series(1, $3::int) n where agency_id = $1 returning agency_id, id
		) insert into key_last_uses (agency_id, key_id, at_location) select agency_id, id, false from made`,
		[agency.id, daysFrom(NOW, -40), ATTENTION_MAX + 1],
	);

	const { counts, ...attention } = await attentionOf(agency);

	expect(counts).toEqual([{ level: "AGENCY", attention: "neverUsed", keys: ATTENTION_MAX }]);
	expect(attention).toEqual({ urgent: 0, calm: ATTENTION_MAX, isCut: { urgent: false, calm: true } });
});

test("a key with several reasons counts as one, and as urgent when one of them is", async () => {
	const agency = await makeAgency(world);
	await makeKey(world, agency, {
		scopes: [...SCOPES],
		createdAt: daysFrom(NOW, -40),
		expiresAt: daysFrom(NOW, 2),
	});

	const attention = await attentionOf(agency);

	expect(attention.counts.map((count) => count.attention).toSorted()).toEqual([
		"expiring",
		"neverUsed",
		"wide",
	]);
	expect(attention).toMatchObject({ urgent: 1, calm: 0 });
});

test("a location's attention is about its own keys, and tokens of locations need none", async () => {
	const agency = await makeAgency(world);
	const [north, south] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const soon = { expiresAt: daysFrom(NOW, 1) };
	const maker = await makeKey(world, agency, soon);
	await makeKey(world, agency, { location: north, ...soon });
	await makeKey(world, agency, { location: north, scopes: [...scopesForLevel("LOCATION")] });
	const token = await makeKey(world, agency, { location: south, ...soon });
	await world.owner.query("update api_keys set maker_key_id = $2 where id = $1", [token.id, maker.id]);

	expect(await attentionOf(agency, north)).toMatchObject({ urgent: 1, calm: 1 });
	expect(await attentionOf(agency, south)).toMatchObject({ counts: [], urgent: 0, calm: 0 });
	expect(await attentionOf(agency)).toMatchObject({ urgent: 2, calm: 1 });
});

test("an agency without an inactivity rule plans no deletions", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { createdAt: daysFrom(NOW, -80), lastUsedAt: daysFrom(NOW, -80) });
	await countDown(key, daysFrom(NOW, -80));
	await world.owner.query(
		"insert into agency_policies (agency_id, inactivity_days, updated_at) values ($1, null, now())",
		[agency.id],
	);

	expect((await attentionOf(agency)).counts).toEqual([]);
});

test("people of a location see its overview, not the agency's nor a neighbour's", async () => {
	const agency = await makeAgency(world);
	const [own, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const stranger = contextFor(world, await makeAgency(world), { role: "OWNER" });
	const manager = contextFor(world, agency, { role: "MANAGER", location: own });

	const reads: ((ctx: typeof manager, locationId: string | null) => Promise<unknown>)[] = [
		(ctx, locationId) => readPlaceUsage(ctx, { locationId, period: "24h" }),
		readStates,
		readAttention,
	];
	for (const read of reads) {
		await expect(read(manager, own.id)).resolves.toBeDefined();
		for (const locationId of [null, sibling.id]) {
			const refusal = await refusalOf(Promise.resolve().then(() => read(manager, locationId)));
			expect(refusal.code).toBe("not_found");
		}
	}
	const foreign = await readStates(stranger, own.id);
	expect(foreign.map(({ keys }) => keys)).toEqual([0, 0, 0, 0]);
});

test("the counts outlive a key that is removed for good", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	await use(key, "VALID", 7);
	await world.owner.query("delete from api_keys where id = $1", [key.id]);

	const usage = await usageOf(agency);

	expect(usage.totals).toEqual([{ verdict: "VALID", uses: 7 }]);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	expect(await inTransaction(ctx, (tx) => findKey(tx, agency.id, key.id))).toBeNull();
});

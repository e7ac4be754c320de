import { expect, test } from "vitest";
import type { KeySummary } from "#lib/core/keys/key.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { exportKeys } from "./export.ts";
import { describeSelection, listSelection } from "./select.ts";

const world = await testWorld();

const usedAt = (keyId: string, at: Date) =>
	world.owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [keyId, at]);

test("what would break is told of all keys that match, those in use by name", async () => {
	const agency = await makeAgency(world);
	const [today, thisWeek, longAgo] = [
		await makeKey(world, agency),
		await makeKey(world, agency),
		await makeKey(world, agency),
	];
	await makeKey(world, agency, { disabled: true });
	await usedAt(today.id, minutesFrom(NOW, -5));
	await usedAt(thisWeek.id, daysFrom(NOW, -3));
	await usedAt(longAgo.id, daysFrom(NOW, -30));
	await world.owner.query("insert into key_usage_hours values ($1, $2, $3, 'VALID', 7)", [
		agency.id,
		today.id,
		new Date(NOW.getTime() - 3_600_000),
	]);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const query = { level: "AGENCY", status: "Active" } as const;

	const all = await describeSelection(ctx, { query, keyIds: null });
	const one = await describeSelection(ctx, { query, keyIds: [longAgo.id] });

	expect(all).toEqual({
		keys: 3,
		usedLastDay: 1,
		usedLastWeek: 2,
		requestsLastDay: 7,
		usedTitles: [today.title, thisWeek.title],
	});
	expect(one).toMatchObject({ keys: 1, usedLastWeek: 0, usedTitles: [] });
});

test("keys that match are listed from where the last chunk ended, and a neighbour's are never among them", async () => {
	const agency = await makeAgency(world);
	const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const ours = [
		await makeKey(world, agency, { location: here }),
		await makeKey(world, agency, { location: here }),
	];
	const theirs = await makeKey(world, agency, { location: there });
	const manager = contextFor(world, agency, { role: "MANAGER", location: here });
	const query = { level: "LOCATION", locationId: here.id } as const;
	const ids = ours.map(({ id }) => id).toSorted();

	const all = await listSelection(manager, { query, keyIds: null, after: null });
	const others = await listSelection(manager, {
		query,
		keyIds: null,
		exceptIds: ids.slice(0, 1),
		after: null,
	});
	const rest = await listSelection(manager, { query, keyIds: null, after: ids[0] ?? null });
	const named = await listSelection(manager, { query, keyIds: [theirs.id], after: null });
	const beyond = await refusalOf(
		listSelection(manager, { query: { ...query, locationId: there.id }, keyIds: null, after: null }),
	);

	expect(all.keys.map(({ id }) => id)).toEqual(ids);
	expect(rest.keys.map(({ id }) => id)).toEqual(ids.slice(1));
	expect(others.keys.map(({ id }) => id)).toEqual(ids.slice(1));
	expect(all.next).toBeNull();
	expect(named.keys).toEqual([]);
	expect(beyond.code).toBe("not_found");
});

test("an export hands out every key that matches once, newest first, across its batches", async () => {
	const agency = await makeAgency(world);
	await world.owner.query(
		`with made as (
			insert into api_keys (agency_id, id, level, all_locations, title, title_folded, role, scopes, scope_count,
				secret_prefix, secret_last_four, created_at, created_by_name, updated_at)
			select $1, gen_random_uuid(), 'AGENCY', true, 'Key ' || n, 'key ' || n, 'ADMIN', '{}', 0, 'lk_agy_', 'abcd',
				$2::timestamptz + (n / 3) * interval '1 second', 'Ada', $2 from generate_series(1, 1203) n returning id
		) insert into key_last_uses (agency_id, key_id, at_location) select $1, id, false from made`,
		[agency.id, NOW],
	);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const { total, keys } = await exportKeys(ctx, { level: "AGENCY", search: "key" });
	const taken: KeySummary[] = [];
	for await (const key of keys) taken.push(key);

	expect(total).toBe(1_203);
	expect(new Set(taken.map(({ id }) => id)).size).toBe(1_203);
	const times = taken.map(({ createdAt }) => createdAt);
	expect(times).toEqual(times.toSorted().toReversed());
	expect(await auditTrail(world, agency)).toMatchObject([
		{ action: "key_list.export", subjectId: agency.id, after: { filters: { search: "key" }, keys: 1_203 } },
	]);
});

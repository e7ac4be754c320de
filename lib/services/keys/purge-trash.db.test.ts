import { expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
import { purgeTrash as handler } from "#lib/jobs/handlers/purge-trash.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	minutesFrom,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { listAudit } from "../audit/list.ts";
import { notifyKeepers } from "../notifications/notify.ts";
import { purgeTrash } from "./purge-trash.ts";
import { restoreKey } from "./restore.ts";

const world = await testWorld();

const LONG_AGO = minutesFrom(daysFrom(NOW, -30), -1);

const job = (changes: { dryRun?: boolean; signal?: AbortSignal } = {}) => ({
	database: world.database,
	now: NOW,
	dryRun: false,
	signal: new AbortController().signal,
	...changes,
});
const purge = (changes: Parameters<typeof job>[0] = {}) => purgeTrash(job(changes));

test("a key goes for good after thirty days in the trash, with all that hangs on it, and one event tells", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	const key = await makeKey(world, agency, {
		chosenLocations: [location],
		credits: 5,
		lastUsedAt: daysFrom(NOW, -40),
		deletedAt: LONG_AGO,
	});
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await inTransaction(ctx, (tx) =>
		notifyKeepers(tx, ctx, {
			kind: "key.leaked",
			occasion: "once",
			key: { id: key.id, locationId: null },
			detail: { title: key.title },
		}),
	);
	const inTime = await makeKey(world, agency, { deletedAt: daysFrom(NOW, -30) });
	const living = await makeKey(world, agency);

	const done = await purge();

	expect(done).toEqual({ purged: 1, failed: 0 });
	expect(await storedKey(world, key.id)).toBeNull();
	expect(await storedKey(world, inTime.id)).not.toBeNull();
	expect(await storedKey(world, living.id)).not.toBeNull();
	expect(await readSecrets(world.database, [digestKey(key.secret, keyRing("key-pepper")[0])])).toEqual([]);
	expect(await auditTrail(world, agency)).toMatchObject([
		{
			action: "key.purge",
			actorId: null,
			subjectId: key.id,
			before: { title: key.title, deletedAt: LONG_AGO.toISOString() },
			after: null,
		},
	]);
});

test("a key of a deleted location goes as well, and its event stays with that location", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { deleted: true });
	const key = await makeKey(world, agency, { location, deletedAt: LONG_AGO });

	await purge();

	expect(await storedKey(world, key.id)).toBeNull();
	expect(await auditTrail(world, agency)).toMatchObject([{ locationId: location.id }]);
});

test("purging again, or twice at once, removes and records each key once", async () => {
	const agency = await makeAgency(world);
	for (let made = 0; made < 5; made++) await makeKey(world, agency, { deletedAt: LONG_AGO });

	const both = await Promise.all([purge(), purge()]);
	const again = await purge();

	expect(both.map(({ purged }) => purged).reduce((a, b) => a + b)).toBe(5);
	expect([...both, again].every(({ failed }) => failed === 0)).toBe(true);
	expect(again.purged).toBe(0);
	expect(await auditTrail(world, agency)).toHaveLength(5);
});

test("a key that cannot be removed stops no other and is left as it was", async () => {
	const agency = await makeAgency(world);
	const bad = await makeKey(world, agency, { deletedAt: daysFrom(NOW, -90) });
	const good = await makeKey(world, agency, { deletedAt: LONG_AGO });
	await world.owner.query(
		"create table holds_a_key (agency_id uuid, id uuid, foreign key (agency_id, id) references api_keys)",
	);
	await world.owner.query("insert into holds_a_key values ($1, $2)", [agency.id, bad.id]);

	const outcome = await handler(job(), {});

	expect(outcome).toBe("1 key removed for good, 1 could not be");
	expect(await storedKey(world, bad.id)).not.toBeNull();
	expect(await storedKey(world, good.id)).toBeNull();
	expect(await auditTrail(world, agency)).toMatchObject([{ subjectId: good.id }]);
	await world.owner.query("drop table holds_a_key");
	expect(await purge()).toEqual({ purged: 1, failed: 0 });
});

test("however many batches there are, full of bad ones as well, all keys are come to once", async () => {
	const agency = await makeAgency(world);
	const keys = [];
	for (let made = 0; made < 5; made++) keys.push(await makeKey(world, agency, { deletedAt: LONG_AGO }));
	await world.owner.query(
		"create table holds_keys (agency_id uuid, id uuid, foreign key (agency_id, id) references api_keys)",
	);
	await world.owner.query("insert into holds_keys select agency_id, id from api_keys where id = any($1)", [
		keys.slice(0, 2).map(({ id }) => id),
	]);

	expect(await purgeTrash({ ...job(), batchMax: 2 })).toEqual({ purged: 3, failed: 2 });

	await world.owner.query("drop table holds_keys");
	expect(await purgeTrash({ ...job(), batchMax: 2 })).toEqual({ purged: 2, failed: 0 });
});

test("a dry run counts and removes nothing; one that is told to end does neither", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { deletedAt: LONG_AGO });

	expect(await handler(job({ dryRun: true }), {})).toBe("1 key would be removed for good");
	expect(await purge({ signal: AbortSignal.abort() })).toEqual({ purged: 0, failed: 0 });

	expect(await storedKey(world, key.id)).not.toBeNull();
	expect(await auditTrail(world, agency)).toEqual([]);
	await purge();
});

test("a key is either restored or removed, never both, when both happen at once", async () => {
	const agency = await makeAgency(world);
	const keys = [];
	for (let made = 0; made < 10; made++) keys.push(await makeKey(world, agency, { deletedAt: LONG_AGO }));
	// Restored in the last moment, by a clock that runs a little behind.
	const ctx = contextFor(world, agency, { role: "OWNER", now: minutesFrom(NOW, -2) });

	const [, ...restored] = await Promise.all([
		purge(),
		...keys.map((key) =>
			restoreKey(ctx, { keyId: key.id }).then(
				() => true,
				() => false,
			),
		),
	]);

	const trail = await auditTrail(world, agency);
	for (const [index, key] of keys.entries()) {
		const actions = trail.filter(({ subjectId }) => subjectId === key.id).map(({ action }) => action);
		expect(actions).toEqual([restored[index] ? "key.restore" : "key.purge"]);
		expect((await storedKey(world, key.id)) !== null).toBe(restored[index]);
	}
});

test("the audit log goes on telling what a purged key was called", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { title: "Old gateway", deletedAt: daysFrom(NOW, -29) });
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await restoreKey(ctx, { keyId: key.id });
	await world.owner.query("update api_keys set deleted_at = $2 where id = $1", [key.id, LONG_AGO]);
	await purge();
	const filters = { placeId: null, group: null, actorId: null, locationId: null, from: null, to: null };

	const all = await listAudit(ctx, { ...filters, search: "" }, { cursor: null, size: 10 });
	const found = await listAudit(ctx, { ...filters, search: "old gate" }, { cursor: null, size: 10 });

	expect(all.rows.map((row) => [row.action, row.subject.name])).toEqual([
		["key.purge", "Old gateway"],
		["key.restore", "Old gateway"],
	]);
	expect(found.rows).toEqual(all.rows);
});

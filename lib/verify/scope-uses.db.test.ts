import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { readScopeRecordStart, readScopeUses, readScopeUsesOfKeys } from "#lib/data/scope-uses.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordUses } from "#lib/data/usage.ts";
import { codeOf, testEngine } from "#lib/testing/engine.ts";
import { contextFor, makeAgency, makeKey, minutesFrom, NOW, type TestKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();

const stored = async (key: TestKey) =>
	(
		await world.owner.query(
			"select scope, last_used_at as at from key_scope_uses where key_id = $1 order by scope",
			[key.id],
		)
	).rows;
const names = async (key: TestKey) => (await stored(key)).map(({ scope }) => scope);
const newKey = async () =>
	makeKey(world, await makeAgency(world), { scopes: ["contacts.write", "forms.readonly"] });

describe("the scopes of a use", () => {
	test("are recorded once they are flushed, as they were asked for", async () => {
		const [key, engine] = [await newKey(), testEngine(world.database)];
		const began = Date.now();

		await codeOf(engine, key, { scopes: ["contacts.readonly"] });
		await codeOf(engine, key, { scopes: ["forms.readonly", "contacts.readonly"] });
		await engine.usage.flush();

		expect(await names(key)).toEqual(["contacts.readonly", "forms.readonly"]);
		for (const { at } of await stored(key)) expect(Math.abs(at.getTime() - began)).toBeLessThan(60_000);
	});

	test("are not recorded when the use is refused", async () => {
		const [key, engine] = [await newKey(), testEngine(world.database)];

		const code = await codeOf(engine, key, { scopes: ["contacts.write", "links.readonly"] });
		await engine.usage.flush();

		expect([code, await names(key)]).toEqual(["INSUFFICIENT_PERMISSIONS", []]);
	});

	test("are told apart from uses that name none", async () => {
		const [key, engine] = [await newKey(), testEngine(world.database)];

		await codeOf(engine, key);
		await engine.usage.flush();

		expect(await names(key)).toEqual([""]);
	});

	test("of several processes at once end as the latest, and no row is written twice", async () => {
		const key = await newKey();
		const moments = [3, 1, 9, 5].map((minutes) => minutesFrom(NOW, minutes));

		await Promise.all(moments.map((at) => record(newId(), 1, key, at)));

		expect(await stored(key)).toEqual([{ scope: "contacts.write", at: minutesFrom(NOW, 9) }]);
	});

	test("of a batch that is sent again change nothing", async () => {
		const [key, writer] = [await newKey(), newId()];
		await record(writer, 1, key, NOW);

		await record(writer, 1, key, minutesFrom(NOW, 60));

		expect(await stored(key)).toEqual([{ scope: "contacts.write", at: NOW }]);
	});

	test("are exact to a minute, so that a busy key writes one row a minute", async () => {
		const key = await newKey();

		await record(newId(), 1, key, NOW);
		await record(newId(), 1, key, minutesFrom(NOW, 0.9));
		expect(await stored(key)).toEqual([{ scope: "contacts.write", at: NOW }]);
		await record(newId(), 1, key, minutesFrom(NOW, 1));

		expect(await stored(key)).toEqual([{ scope: "contacts.write", at: minutesFrom(NOW, 1) }]);
	});

	test("go with the key, and those of a key that has gone are left out", async () => {
		const key = await newKey();
		await record(newId(), 1, key, NOW);

		await world.owner.query("delete from api_keys where id = $1", [key.id]);
		await record(newId(), 1, key, minutesFrom(NOW, 5));

		expect(await stored(key)).toEqual([]);
	});
});

const record = (writer: string, batch: number, key: TestKey, at: Date) =>
	recordUses(
		world.database,
		writer,
		batch,
		[],
		[],
		[],
		[{ agency_id: key.agencyId, key_id: key.id, scopes: ["contacts.write"], last_at: at.toISOString() }],
	);

describe("what is read", () => {
	test("are the uses of the keys that are named, in their own agency alone", async () => {
		const [agency, neighbour] = [await makeAgency(world), await makeAgency(world)];
		const [key, unused, theirs] = [
			await makeKey(world, agency),
			await makeKey(world, agency),
			await makeKey(world, neighbour),
		];
		await record(newId(), 1, key, NOW);
		await record(newId(), 1, theirs, NOW);

		const [used, none, foreign] = await inTransaction(
			contextFor(world, agency, { role: "OWNER" }),
			async (tx) => {
				const usesOf = await readScopeUsesOfKeys(tx, agency.id, [key.id, unused.id, theirs.id]);
				return [usesOf(key.id), usesOf(unused.id), usesOf(theirs.id)];
			},
		);

		expect(used).toEqual({ lastUsed: new Map([["contacts.write", NOW]]), lastUnnamed: null });
		expect([none, foreign]).toEqual(Array(2).fill({ lastUsed: new Map(), lastUnnamed: null }));
	});

	test("tells uses without a scope apart, and since when there is a record", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency);
		const engine = testEngine(world.database);
		await codeOf(engine, key);
		await engine.usage.flush();

		const [uses, since] = await inTransaction(contextFor(world, agency, { role: "OWNER" }), async (tx) => [
			await readScopeUses(tx, agency.id, key.id),
			await readScopeRecordStart(tx),
		]);

		expect(uses).toEqual({ lastUsed: new Map(), lastUnnamed: expect.any(Date) });
		expect(since.getTime()).toBeLessThanOrEqual(Date.now());
	});
});

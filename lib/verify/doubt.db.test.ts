import { hash } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
import { runningEngine, testEngine, verifyCall } from "#lib/testing/engine.ts";
import { type KeyOptions, makeAgency, makeKey, makeLocation, type TestKey } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { type VerifyCall, verifyKey } from "./verify-key.ts";

const world = await testWorld();
const relay = await openRelay(world.appUrl);
/** Its changes can be cut off while its questions are answered. */
const engine = testEngine({ ...anotherDatabase(world.appUrl), changes: anotherDatabase(relay.url).changes });
const { changes } = engine.database;
await engine.start();
afterAll(() => engine.stop());

const proven = () => vi.waitUntil(() => changes.isProven, { timeout: 5_000, interval: 5 });
const inDoubt = () => vi.waitUntil(() => !changes.isProven, { timeout: 5_000, interval: 5 });
beforeEach(async () => {
	await relay.mend();
	await proven();
});

async function codeOf(key: TestKey, call: Partial<VerifyCall> = {}) {
	const verdict = await verifyKey(engine, verifyCall(key.secret, call));
	return typeof verdict === "string" ? verdict : verdict.code;
}
/** Whether the key is in memory, and that is as good as asking. */
const isWarm = (key: TestKey) => !(engine.keys.find(key.secret, () => null) instanceof Promise);
async function warmKey(options: KeyOptions = {}) {
	const key = await makeKey(world, await makeAgency(world), options);
	// Otherwise the engine might hear of its making, and forget it, while it is used.
	expect(await changes.confirm()).toEqual({ propagated: true });
	expect([await codeOf(key), isWarm(key)]).toEqual(["VALID", true]);
	return key;
}
const byHand = (statement: string, key: TestKey) => world.owner.query(statement, [key.id]);

const REVOKE = "update api_keys set revoked_at = now() where id = $1";

describe("while changes cannot be heard", () => {
	test.each([
		[REVOKE, "REVOKED"],
		[
			"update agencies set suspended_at = now() where id = (select agency_id from api_keys where id = $1)",
			"SUSPENDED",
		],
		["update key_secrets set ends_at = now() where key_id = $1", "NOT_FOUND"],
	])("every one is seen at once all the same: %s", async (statement, code) => {
		const key = await warmKey();
		relay.cut();
		await inDoubt();

		await byHand(statement, key);

		expect(await codeOf(key)).toBe(code);
	});

	test("a location of before or after is known as it is", async () => {
		const key = await warmKey();
		const before = await makeLocation(world, { id: key.agencyId });
		relay.cut();
		await inDoubt();
		await world.owner.query("update locations set deleted_at = now() where id = $1", [before.id]);
		const after = await makeLocation(world, { id: key.agencyId });

		expect(await codeOf(key, { locationId: before.id })).toBe("FORBIDDEN");
		expect(await codeOf(key, { locationId: after.id })).toBe("VALID");
	});

	test("a quota that is set anew counts at once, whatever was taken of the old one", async () => {
		const key = await warmKey({ credits: 100_000 });
		for (let use = 0; use < 20; use++) await codeOf(key);
		relay.cut();
		await inDoubt();

		await byHand("update key_credits set remaining = 3 where key_id = $1", key);

		const codes: string[] = [];
		for (let use = 0; use < 5; use++) codes.push(await codeOf(key));
		expect(codes).toEqual(["VALID", "VALID", "VALID", "USAGE_EXCEEDED", "USAGE_EXCEEDED"]);
	});
});

describe("once changes are heard again", () => {
	test("what was learnt before is read again, since a change may have been missed", async () => {
		const [revoked, good] = [await warmKey(), await warmKey()];
		relay.cut();
		await inDoubt();
		await byHand(REVOKE, revoked);
		await relay.mend();
		await proven();

		expect([isWarm(revoked), isWarm(good)]).toEqual([false, false]);
		expect([await codeOf(revoked), await codeOf(good)]).toEqual(["REVOKED", "VALID"]);
		expect(isWarm(good)).toBe(true);
	});

	test("a quota that was set anew meanwhile counts", async () => {
		const key = await warmKey({ credits: 100_000 });
		for (let use = 0; use < 20; use++) await codeOf(key);
		relay.cut();
		await inDoubt();
		await byHand("update key_credits set remaining = 1 where key_id = $1", key);
		await relay.mend();
		await proven();

		expect([await codeOf(key), await codeOf(key)]).toEqual(["VALID", "USAGE_EXCEEDED"]);
	});
});

// A superuser who restores rows, or a replication tool, changes them without any trigger.
test("a change that nobody told of is noticed behind the answer once the facts are ten seconds old", async () => {
	const key = await warmKey();
	const digest = digestKey(key.secret, keyRing("key-pepper")[0]);
	const [row] = await readSecrets(engine.database, [digest]);
	if (!row) throw new Error("no row");
	await world.owner.query(
		`begin; set local session_replication_role = replica;
			update api_keys set revoked_at = now() where id = '${key.id}'; commit`,
	);
	const { cache } = engine.counters;
	const askAtAge = (milliseconds: number) => {
		const stamp = { readAt: performance.now() - milliseconds, epoch: changes.epoch };
		engine.memory.set(hash("sha256", key.secret, "base64url"), row, row, stamp);
		const before = cache.refreshes;
		expect(verifyKey(engine, verifyCall(key.secret))).toMatchObject({ code: "VALID" });
		return cache.refreshes - before;
	};

	expect([askAtAge(9_000), askAtAge(10_001)]).toEqual([0, 1]);

	await vi.waitFor(async () => expect(await codeOf(key)).toBe("REVOKED"), { timeout: 2_000 });
});

test("a key ends when the database's time says so, whatever the machine's clock says", async () => {
	const ahead = await runningEngine(world.appUrl);
	const hour = 3_600_000;
	const key = await makeKey(world, await makeAgency(world), { expiresAt: new Date(Date.now() + hour) });
	expect(await verifyKey(ahead, verifyCall(key.secret))).toMatchObject({ code: "VALID" });

	const now = performance.now();
	ahead.clock.sample(new Date(Date.now() + 2 * hour), now, now);

	expect(verifyKey(ahead, verifyCall(key.secret))).toMatchObject({ code: "EXPIRED" });
});

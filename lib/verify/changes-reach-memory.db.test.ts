import { describe, expect, test, vi } from "vitest";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import { runningEngine, verifyCall } from "#lib/testing/engine.ts";
import { contextFor, makeAgency, makeKey, makeLocation, type TestKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Engine } from "./engine.ts";
import { type VerifyCall, verifyKey } from "./verify-key.ts";

const world = await testWorld();
const engines = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)] as const;
const [engine] = engines;

const confirmed = async () => expect(await engine.database.changes.confirm()).toEqual({ propagated: true });

async function codeOf(of: Engine, key: { secret: string }, call: Partial<VerifyCall> = {}) {
	const verdict = await verifyKey(of, verifyCall(key.secret, call));
	return typeof verdict === "string" ? verdict : verdict.code;
}
/** What each engine says. */
const codesOf = (key: { secret: string }, call: Partial<VerifyCall> = {}) =>
	Promise.all(engines.map((one) => codeOf(one, key, call)));

const GOOD = ["VALID", "VALID"];

describe("once a change has propagated, every engine answers by it", () => {
	test("when it was made by a service", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency);
		const ctx = { ...contextFor(world, agency, { role: "OWNER" }), database: engine.database };

		for (const enabled of [false, true, false]) {
			await codesOf(key);
			const { propagation } = await setKeyEnabled(ctx, { keyId: key.id, enabled });

			expect(propagation).toEqual({ propagated: true });
			const code = enabled ? "VALID" : "DISABLED";
			expect(await codesOf(key)).toEqual([code, code]);
		}
	});

	test.each([
		["update api_keys set revoked_at = now() where id = $1", "REVOKED"],
		["update api_keys set expires_at = '2001-01-01' where id = $1", "EXPIRED"],
		["update api_keys set scopes = '{forms.readonly}' where id = $1", "INSUFFICIENT_PERMISSIONS"],
		["update api_keys set allowed_addresses = '{198.51.100.7}' where id = $1", "FORBIDDEN"],
		["update key_secrets set ends_at = now() where key_id = $1", "NOT_FOUND"],
		["delete from key_secrets where key_id = $1", "NOT_FOUND"],
		["delete from api_keys where id = $1", "NOT_FOUND"],
		["insert into key_credits select agency_id, id, 0 from api_keys where id = $1", "USAGE_EXCEEDED"],
	])("when it was made by hand: %s → %s", async (statement, code) => {
		const key = await makeKey(world, await makeAgency(world));
		const call = { scopes: ["contacts.readonly"] };
		expect(await codesOf(key, call)).toEqual(GOOD);

		await world.owner.query(statement, [key.id]);
		await confirmed();

		expect(await codesOf(key, call)).toEqual([code, code]);
	});

	test("when it was made to another secret of the same key", async () => {
		const key = await makeKey(world, await makeAgency(world));
		const second = await makeKey(world, { id: key.agencyId });
		await world.owner.query(
			"update key_secrets set key_id = $1, ends_at = now() + interval '1 day' where key_id = $2",
			[key.id, second.id],
		);
		await confirmed();
		expect([await codesOf(key), await codesOf(second)]).toEqual([GOOD, GOOD]);

		await world.owner.query("update api_keys set enabled = false where id = $1", [key.id]);
		await confirmed();

		const off = ["DISABLED", "DISABLED"];
		expect([await codesOf(key), await codesOf(second)]).toEqual([off, off]);
	});
});

describe("what happens to an agency or a location reaches keys in memory:", () => {
	async function arrange() {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const own = await makeKey(world, agency, { location });
		const wide = await makeKey(world, agency);
		const there = { locationId: location.id };
		expect([await codesOf(own), await codesOf(wide), await codesOf(wide, there)]).toEqual([GOOD, GOOD, GOOD]);
		return { agency, location, own, wide, there };
	}

	test.each([
		["update agencies set suspended_at = now() where id = $1", ["SUSPENDED", "SUSPENDED", "SUSPENDED"]],
		["update locations set suspended_at = now() where agency_id = $1", ["SUSPENDED", "VALID", "SUSPENDED"]],
		["update locations set deleted_at = now() where agency_id = $1", ["NOT_FOUND", "VALID", "FORBIDDEN"]],
	])("%s", async (statement, expected) => {
		const { agency, own, wide, there } = await arrange();

		await world.owner.query(statement, [agency.id]);
		await confirmed();

		for (const one of engines) {
			const codes = [await codeOf(one, own), await codeOf(one, wide), await codeOf(one, wide, there)];
			expect(codes).toEqual(expected);
		}
	});

	test("a location that is new is one more for the keys of all", async () => {
		const { agency, wide } = await arrange();
		const later = await makeLocation(world, agency);
		await confirmed();

		expect(await codesOf(wide, { locationId: later.id })).toEqual(GOOD);
	});
});

describe("a look-up and a change at the same time", () => {
	const wish = (keys: readonly TestKey[], revoked: string) =>
		world.owner.query(`update api_keys set revoked_at = ${revoked} where id = any($1)`, [
			keys.map((key) => key.id),
		]);
	const turns = async (count: number) => {
		for (let turn = 0; turn < count; turn++) await new Promise(setImmediate);
	};

	// A key that comes back to life after it was said to be dead is the one thing that must never happen.
	test("300 times leave no key that is good after its end was confirmed", async () => {
		const agency = await makeAgency(world);
		const keys = await Promise.all(Array.from({ length: 10 }, () => makeKey(world, agency)));
		let resurrections = 0;

		for (let round = 0; round < 30; round++) {
			const fills = keys.flatMap((key, index) =>
				engines.map(async (one) => {
					await turns((round + index) % 8);
					return codeOf(one, key);
				}),
			);
			await turns(round % 5);
			await wish(keys, "now()");
			await confirmed();
			const atOnce = await Promise.all(keys.map((key) => codesOf(key)));
			await Promise.all(fills);
			const later = await Promise.all(keys.map((key) => codesOf(key)));
			resurrections += [...atOnce, ...later].flat().filter((code) => code !== "REVOKED").length;
			await wish(keys, "null");
			await confirmed();
		}

		expect(resurrections).toBe(0);
		expect(await codesOf(keys[0] ?? { secret: "" })).toEqual(GOOD);
	});

	// The query waits for the lock with what it saw before, and answers after the change was told.
	test("where the look-up's answer is older than the change is read again", async () => {
		const agency = await makeAgency(world);
		for (let round = 0; round < 5; round++) {
			const key = await makeKey(world, agency);
			const { misses } = engine.counters.cache;
			const blocker = await world.owner.connect();
			await blocker.query("begin; lock table key_secrets in access exclusive mode");
			const reading = codeOf(engine, key);
			await vi.waitUntil(() => engine.counters.cache.misses > misses, { interval: 1 });

			await blocker.query(`update api_keys set revoked_at = now() where id = '${key.id}'; commit`);
			blocker.release();
			await confirmed();

			expect(await codeOf(engine, key)).toBe("REVOKED");
			expect(["VALID", "REVOKED"]).toContain(await reading);
		}
	});
});

import { describe, expect, test, vi } from "vitest";
import { runningEngine, verifyCall } from "#lib/testing/engine.ts";
import { type KeyOptions, makeAgency, makeKey, type TestKey } from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Engine } from "./engine.ts";
import { UNAVAILABLE } from "./unavailable.ts";
import { type VerifyCall, verifyKey } from "./verify-key.ts";

const world = await testWorld();
const agency = await makeAgency(world);

async function codeOf(engine: Engine, key: TestKey, call: Partial<VerifyCall> = {}) {
	const verdict = await verifyKey(engine, verifyCall(key.secret, call));
	return typeof verdict === "string" ? verdict : verdict.code;
}
/** An engine with keys in its memory, and the way to its database. */
async function arrange(graceMs: number, options: readonly KeyOptions[] = [{}]) {
	const relay = await openRelay(world.appUrl);
	const engine = await runningEngine(relay.url, { graceMs });
	const keys: TestKey[] = [];
	for (const one of options) keys.push(await makeKey(world, agency, one));
	for (const key of keys) await codeOf(engine, key);
	const [key] = keys;
	if (!key) throw new Error("no key");
	const { changes } = engine.database;
	const lose = async () => {
		relay.cut();
		await vi.waitUntil(() => !changes.isProven, { timeout: 5_000, interval: 1 });
	};
	/** Changes by hand, and waits until the engine has heard of it. */
	const change = async (statement: string, id: string) => {
		const before = changes.counts.changes;
		await world.owner.query(statement, [id]);
		await vi.waitUntil(() => changes.counts.changes > before, { timeout: 5_000, interval: 1 });
	};
	return { relay, engine, key, keys, lose, change };
}

describe("when the database has gone", () => {
	test("a good key is good for the grace, and then unknown, and never refused", async () => {
		const { lose, engine, key } = await arrange(1_000);
		const codes: string[] = [];

		await lose();
		const since = performance.now();
		await vi.waitUntil(
			async () => {
				codes.push(await codeOf(engine, key));
				return codes.at(-1) === UNAVAILABLE;
			},
			{ timeout: 5_000, interval: 5 },
		);

		// The grace begins at the last beat that came back, which is at most half a second and a way there and back ago.
		expect(performance.now() - since).toBeGreaterThan(300);
		expect(codes.length).toBeGreaterThan(10);
		expect(new Set(codes.slice(0, -1))).toEqual(new Set(["VALID"]));
		expect(await codeOf(engine, key)).toBe(UNAVAILABLE);
	});

	test("nothing is said but yes, and the one no that nothing takes back", async () => {
		const options = [
			{},
			{ revoked: true },
			{ disabled: true },
			{ expiresAt: new Date("2001-01-01") },
			{ deletedAt: new Date("2001-01-01") },
			{ allowedAddresses: ["198.51.100.7"] },
			{ rateLimit: { max: 100, seconds: 86_400 } },
			{ credits: 5 },
		];
		const { lose, engine, keys } = await arrange(30_000, options);
		const cold = await makeKey(world, agency);

		await lose();

		const codes = await Promise.all([...keys, cold].map((key) => codeOf(engine, key)));
		expect(codes).toEqual([
			"VALID",
			"REVOKED",
			UNAVAILABLE,
			UNAVAILABLE,
			UNAVAILABLE,
			UNAVAILABLE,
			"VALID",
			UNAVAILABLE,
			UNAVAILABLE,
		]);
		expect(await codeOf(engine, keys[0] as TestKey, { scopes: ["forms.readonly"] })).toBe(UNAVAILABLE);
	});

	test("without a grace every key is unknown at once", async () => {
		const { lose, engine, key } = await arrange(0);

		await lose();

		expect(await codeOf(engine, key)).toBe(UNAVAILABLE);
	});

	test("a key that is known to have changed is not served as it was", async () => {
		const { change, lose, engine, keys } = await arrange(30_000, [{}, {}]);
		const [changed, other] = keys as [TestKey, TestKey];
		await change("update api_keys set enabled = false where id = $1", changed.id);

		await lose();

		expect(await codeOf(engine, other)).toBe("VALID");
		expect(await codeOf(engine, changed)).toBe(UNAVAILABLE);
	});

	test("nor is any key of an agency that is known to have changed", async () => {
		const { change, lose, engine, key } = await arrange(30_000);
		await change("update agencies set name = 'Renamed' where id = $1", agency.id);

		await lose();

		expect(await codeOf(engine, key)).toBe(UNAVAILABLE);
	});

	test("and comes back, all is as it was, and the grace is there again", async () => {
		const { change, lose, relay, engine, keys } = await arrange(30_000, [{}, {}]);
		const [key, revoked] = keys as [TestKey, TestKey];
		for (let outage = 0; outage < 2; outage++) {
			await lose();
			expect(await codeOf(engine, key)).toBe("VALID");
			await relay.mend();
			await vi.waitUntil(() => engine.database.changes.isProven, { timeout: 5_000 });
		}
		await change("update api_keys set revoked_at = now() where id = $1", revoked.id);

		expect([await codeOf(engine, key), await codeOf(engine, revoked)]).toEqual(["VALID", "REVOKED"]);
	});
});

describe("when the database has fallen silent", () => {
	test("a good key is answered within 250 ms and at once after that, an unknown one within 250 ms", async () => {
		const { relay, engine, key } = await arrange(30_000);
		const cold = await makeKey(world, agency);

		relay.hush();
		await vi.waitUntil(() => !engine.database.changes.isProven, { timeout: 5_000 });
		const since = performance.now();
		const codes = await Promise.all([codeOf(engine, key), codeOf(engine, cold)]);

		expect(codes).toEqual(["VALID", UNAVAILABLE]);
		expect(performance.now() - since).toBeLessThan(500);
		await relay.mend();
	});
});

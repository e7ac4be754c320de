import { describe, expect, test, vi } from "vitest";
import { endKeyOverlap } from "#lib/services/keys/end-overlap.ts";
import { rotateKey } from "#lib/services/keys/rotate.ts";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import { contextFor, makeAgency, makeKey } from "#lib/testing/factories.ts";
import { storedEnds, storedUses } from "#lib/testing/key-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const engines = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)] as const;
const [engine] = engines;
const HOUR = 3_600;

async function ownerOfKey() {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { allowedAddresses: ["203.0.113.0/24"] });
	const ctx = { ...contextFor(world, agency, { role: "OWNER", now: new Date() }), database: engine.database };
	return { key, ctx };
}

/** What every engine says of these secrets. */
const codesOf = (...secrets: string[]) =>
	Promise.all(secrets.map((secret) => Promise.all(engines.map((one) => codeOf(one, { secret })))));
const flush = () => Promise.all(engines.map((one) => one.usage.flush()));

const GOOD = ["VALID", "VALID"];
const UNKNOWN = ["NOT_FOUND", "NOT_FOUND"];

describe("once it has propagated, every engine goes by", () => {
	test("a rotation with an overlap: both secrets are good", async () => {
		const { key, ctx } = await ownerOfKey();
		expect(await codesOf(key.secret)).toEqual([GOOD]);

		const { secret, propagation } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR });

		expect(propagation).toEqual({ propagated: true });
		expect(await codesOf(key.secret, secret)).toEqual([GOOD, GOOD]);
	});

	test("a rotation without one, and a second rotation: what was replaced is an unknown key", async () => {
		const { key, ctx } = await ownerOfKey();
		expect(await codesOf(key.secret)).toEqual([GOOD]);

		const first = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: 0 });
		expect(await codesOf(key.secret, first.secret)).toEqual([UNKNOWN, GOOD]);
		const second = await rotateKey(ctx, { keyId: key.id, version: 2, overlapSeconds: HOUR });
		expect(await codesOf(first.secret, second.secret)).toEqual([GOOD, GOOD]);
		const third = await rotateKey(ctx, { keyId: key.id, version: 3, overlapSeconds: HOUR });

		const answers = await codesOf(first.secret, second.secret, third.secret);
		expect(answers).toEqual([UNKNOWN, GOOD, GOOD]);
	});

	test("the end of an overlap before its time", async () => {
		const { key, ctx } = await ownerOfKey();
		const { secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR });
		expect(await codesOf(key.secret, secret)).toEqual([GOOD, GOOD]);

		const { propagation } = await endKeyOverlap(ctx, { keyId: key.id, version: 2 });

		expect(propagation).toEqual({ propagated: true });
		expect(await codesOf(key.secret, secret)).toEqual([UNKNOWN, GOOD]);
	});
});

test("an older secret in memory stops when its time comes, with nobody telling", async () => {
	const { key, ctx } = await ownerOfKey();
	const { secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: 1 });
	const [endsAt] = await storedEnds(world, key);
	const end = endsAt?.getTime() ?? 0;
	const asked: { before: number; code: string; after: number }[] = [];

	await vi.waitUntil(
		async () => {
			const before = engine.clock.now();
			const code = await codeOf(engine, key);
			asked.push({ before, code, after: engine.clock.now() });
			return code === "NOT_FOUND";
		},
		{ timeout: 3_000, interval: 1 },
	);

	const late = asked.filter(({ before, code }) => code === "VALID" && before >= end);
	const early = asked.filter(({ after, code }) => code !== "VALID" && after < end);
	expect([late, early]).toEqual([[], []]);
	expect(await codesOf(secret)).toEqual([GOOD]);
});

describe("uses of an older secret", () => {
	async function rotated() {
		const { key, ctx } = await ownerOfKey();
		const { secret } = await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds: HOUR });
		return { key, ctx, secret };
	}

	test("are counted by address on every engine, with the last client and time", async () => {
		const { key } = await rotated();
		const began = Date.now();
		for (const one of engines) for (let i = 0; i < 3; i++) await codeOf(one, key);
		await codeOf(engine, key, { address: "203.0.113.8", client: "first/1.0" });
		await codeOf(engine, key, { address: "203.0.113.8", client: "second/1.0" });

		await flush();

		const uses = await storedUses(world, key);
		expect(uses).toMatchObject([
			{ address: "203.0.113.7", client: "test/1.0", uses: 6 },
			{ address: "203.0.113.8", client: "second/1.0", uses: 2 },
		]);
		for (const { at } of uses) expect(Math.abs(at.getTime() - began)).toBeLessThan(60_000);
	});

	test("add up over flushes", async () => {
		const { key } = await rotated();

		for (let time = 0; time < 3; time++) {
			await codeOf(engine, key);
			await flush();
		}

		expect(await storedUses(world, key)).toMatchObject([{ uses: 3 }]);
	});

	test("count whatever they are answered, since their sender needs the new secret all the same", async () => {
		const { key } = await rotated();

		expect(await codeOf(engine, key, { address: "198.51.100.1" })).toBe("FORBIDDEN");
		await flush();

		expect(await storedUses(world, key)).toMatchObject([{ address: "198.51.100.1", uses: 1 }]);
	});

	test("leave those of the current secret out", async () => {
		const { key, secret } = await rotated();

		expect(await codesOf(secret)).toEqual([GOOD]);
		await flush();

		expect(await storedUses(world, key)).toEqual([]);
	});

	test("are dropped when the secret was replaced before they were written", async () => {
		const { key, ctx } = await rotated();
		await codeOf(engine, key);

		await endKeyOverlap(ctx, { keyId: key.id, version: 2 });
		await flush();

		expect(await storedUses(world, key)).toEqual([]);
	});
});

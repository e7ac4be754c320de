import { describe, expect, test } from "vitest";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import { makeAgency, makeKey, storedKey } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type VerifyCall, verifyKey } from "./verify-key.ts";

const world = await testWorld();
const engine = testEngine(world.database);

const keyWith = async (credits: number, rateLimit?: { max: number; seconds: number }) =>
	makeKey(world, await makeAgency(world), { credits, ...(rateLimit && { rateLimit }) });

async function verdictOf(key: { secret: string }, call: Partial<VerifyCall> = {}) {
	const verdict = await verifyKey(engine, verifyCall(key.secret, call));
	return typeof verdict === "string" ? { code: verdict, credits: null } : verdict;
}

/** What is left of a quota once the engine has given back what it had taken and not used. */
async function remaining(key: { id: string }) {
	await engine.credits.stop();
	return (await storedKey(world, key.id)).credits;
}

describe("credits", () => {
	test("are taken by each good use and named in its answer", async () => {
		const key = await keyWith(5);

		expect(await verdictOf(key, { cost: 2 })).toMatchObject({ code: "VALID", credits: 3 });
		expect(await verdictOf(key, { cost: 3 })).toMatchObject({ code: "VALID", credits: 0 });
		expect(await verdictOf(key)).toMatchObject({ code: "USAGE_EXCEEDED", credits: 0 });
		expect(await remaining(key)).toBe(0);
	});

	test("are left alone by a use that asks for more than there are", async () => {
		const key = await keyWith(5);

		expect(await verdictOf(key, { cost: 6 })).toMatchObject({ code: "USAGE_EXCEEDED", credits: 5 });
		expect(await verdictOf(key, { cost: 5 })).toMatchObject({ code: "VALID", credits: 0 });
	});

	test("are not needed by a use that costs nothing", async () => {
		const key = await keyWith(0);

		expect(await verdictOf(key, { cost: 0 })).toMatchObject({ code: "VALID", credits: 0 });
		expect(await verdictOf(key, { cost: 1 })).toMatchObject({ code: "USAGE_EXCEEDED" });
	});

	test("are not taken by a refusal", async () => {
		const key = await keyWith(1, { max: 1, seconds: 3_600 });

		expect(await verdictOf(key, { scopes: ["forms.readonly"] })).toMatchObject({
			code: "INSUFFICIENT_PERMISSIONS",
		});
		expect(await verdictOf(key, { cost: 0 })).toMatchObject({ code: "VALID", credits: 1 });
		expect(await verdictOf(key)).toMatchObject({ code: "RATE_LIMITED", credits: 1 });
		expect(await remaining(key)).toBe(1);
	});

	test("for ten uses admit exactly ten of fifty that come at once", async () => {
		const key = await keyWith(10);

		const codes = await Promise.all(Array.from({ length: 50 }, async () => (await verdictOf(key)).code));

		expect(codes.filter((code) => code === "VALID")).toHaveLength(10);
		expect(codes.filter((code) => code === "USAGE_EXCEEDED")).toHaveLength(40);
		expect(await remaining(key)).toBe(0);
	});

	test("of mixed costs never go below zero, and what was taken is what was admitted", async () => {
		const key = await keyWith(10);

		const verdicts = await Promise.all(
			Array.from({ length: 30 }, async (_, index) => {
				const cost = 1 + (index % 4);
				return { cost, code: (await verdictOf(key, { cost })).code };
			}),
		);

		const spent = verdicts.filter(({ code }) => code === "VALID").reduce((sum, { cost }) => sum + cost, 0);
		expect(spent + (await remaining(key))).toBe(10);
		expect(spent).toBeGreaterThan(6);
	});
});

test("a rate limit of five admits exactly five of twenty that come at once", async () => {
	const key = await keyWith(100, { max: 5, seconds: 3_600 });

	const codes = await Promise.all(Array.from({ length: 20 }, async () => (await verdictOf(key)).code));

	expect(codes.filter((code) => code === "VALID")).toHaveLength(5);
	expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(15);
	expect(await remaining(key)).toBe(95);
});

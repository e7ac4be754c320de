import { afterEach, describe, expect, test } from "vitest";
import { describeKey } from "#lib/services/keys/describe.ts";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import { contextFor, makeKey } from "#lib/testing/factories.ts";
import { openForUnkey } from "#lib/testing/unkey.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { arrange, origin, reported } = await openForUnkey(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const DAY = 86_400_000;
const MINUTE = 60_000;
const limit = (name: string, max: number, duration = DAY, autoApply = false) => ({
	name,
	limit: max,
	duration,
	autoApply,
});

/** A key with these limits, and what its verification says. */
async function withLimits(ratelimits: ReturnType<typeof limit>[]) {
	const scene = await arrange();
	const { data: made } = await scene.unkey.keys.createKey({ apiId: scene.agency.id, ratelimits });
	const verify = async (named: { name: string; cost?: number; limit?: number; duration?: number }[] = []) =>
		(await scene.unkey.keys.verifyKey({ key: made.key, ratelimits: named })).data;
	const stateOf = async (name: string, named?: Parameters<typeof verify>[0]) =>
		(await verify(named)).ratelimits?.find((one) => one.name === name);
	return { ...scene, made, verify, stateOf };
}

describe("limits that a key was made with", () => {
	test("are read as they were given, whatever their periods", async () => {
		const given = [limit("requests", 100, MINUTE, true), limit("daily", 1_000, DAY, true), limit("mail", 3)];
		const { made, unkey } = await withLimits(given);

		const { data } = await unkey.keys.getKey({ keyId: made.keyId });

		expect(data.ratelimits?.map(({ id, ...rest }) => rest)).toEqual(given);
	});

	test("count on every use where they apply by themselves, and else on those that name them", async () => {
		const { verify } = await withLimits([limit("daily", 3, DAY, true), limit("mail", 1)]);

		expect((await verify()).code).toBe("VALID");
		expect((await verify([{ name: "mail" }])).ratelimits).toEqual([
			expect.objectContaining({ name: "daily", remaining: 1, exceeded: false, autoApply: true }),
			expect.objectContaining({
				name: "mail",
				remaining: 0,
				exceeded: false,
				autoApply: false,
				duration: DAY,
			}),
		]);
		expect((await verify([{ name: "mail" }])).code).toBe("RATE_LIMITED");
		expect((await verify()).code).toBe("VALID");
		expect((await verify()).code).toBe("RATE_LIMITED");
	});

	test.each([
		["the key's own", MINUTE * 60, true],
		["another", DAY, false],
	])("can be charged for more than one use: %s", async (_name, duration, autoApply) => {
		const { stateOf, verify } = await withLimits([limit("requests", 10, duration, autoApply)]);

		expect(await stateOf("requests", [{ name: "requests", cost: 8 }])).toMatchObject({ remaining: 2 });
		expect(await verify([{ name: "requests", cost: 3 }])).toMatchObject({ code: "RATE_LIMITED" });
		expect(await stateOf("requests", [{ name: "requests", cost: 2 }])).toMatchObject({ remaining: 0 });
	});

	test("hold at every other entrance, too", async () => {
		const { made } = await withLimits([limit("daily", 1, DAY, true)]);
		const engine = await runningEngine(world.appUrl);

		expect(await codeOf(engine, { secret: made.key })).toBe("VALID");
		expect(await codeOf(engine, { secret: made.key })).toBe("RATE_LIMITED");
	});

	test("that are full are told to the key's holder and to whoever asks about it, with when to come again", async () => {
		const month = 30 * DAY;
		const { made, root } = await withLimits([limit("monthly", 1, month, true)]);
		const send = (path: string, secret: string, body?: string) =>
			fetch(`${origin}${path}`, {
				method: body ? "POST" : "GET",
				headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
				...(body && { body }),
			});
		const secondsLeft = (month - (Date.now() % month)) / 1_000;

		const first = await send("/api/v2/forward-auth", made.key);
		const second = await send("/api/v2/forward-auth", made.key);
		const asked = await send("/api/v2/keys/verify", root.secret, JSON.stringify({ key: made.key }));

		expect([first.status, second.status]).toEqual([200, 429]);
		expect(Math.abs(Number(second.headers.get("retry-after")) - secondsLeft)).toBeLessThan(60);
		expect(await asked.json()).toMatchObject({ code: "RATE_LIMITED", rateLimit: { limit: 1, remaining: 0 } });
	});

	test("are shown to people beside the key's own", async () => {
		const { agency, made } = await withLimits([limit("requests", 9, MINUTE, true), limit("mail", 1)]);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const { key, namedLimits } = await describeKey(ctx, { keyId: made.keyId, placeId: null });

		expect(key.rateLimit).toEqual({ max: 9, seconds: 60 });
		expect(namedLimits).toEqual([{ name: "mail", max: 1, seconds: 86_400, autoApply: false }]);
	});

	test("are replaced as a whole by an update, and stay when it leaves them out", async () => {
		const { made, unkey, verify } = await withLimits([limit("requests", 9, MINUTE, true), limit("mail", 1)]);
		const read = async () => (await unkey.keys.getKey({ keyId: made.keyId })).data.ratelimits;

		await unkey.keys.updateKey({ keyId: made.keyId, name: "Other" });
		expect(await read()).toMatchObject([{ name: "requests" }, { name: "mail" }]);
		await unkey.keys.updateKey({ keyId: made.keyId, ratelimits: [limit("calls", 2)] });
		expect(await read()).toMatchObject([{ name: "calls", limit: 2, duration: DAY, autoApply: false }]);
		expect((await verify([{ name: "calls", cost: 3 }])).code).toBe("RATE_LIMITED");
		await unkey.keys.updateKey({ keyId: made.keyId, ratelimits: [] });
		expect(await read()).toBeUndefined();
	});

	test("go on with the key that takes the place of theirs", async () => {
		const { made, unkey } = await withLimits([limit("requests", 9, MINUTE, true), limit("mail", 1)]);

		const { data: next } = await unkey.keys.rerollKey({ keyId: made.keyId, expiration: 0 });

		expect((await unkey.keys.getKey({ keyId: next.keyId })).data.ratelimits).toMatchObject([
			{ name: "requests" },
			{ name: "mail" },
		]);
	});
});

describe("several limits in one verification", () => {
	test("are charged all or not at all, the key's own as well", async () => {
		const { stateOf, verify } = await withLimits([limit("requests", 5, 3_600_000, true), limit("mail", 5)]);
		const full = { name: "reports", limit: 1, duration: DAY };
		await verify([full]);

		const refused = await verify([{ name: "mail" }, full]);

		expect(refused).toMatchObject({
			code: "RATE_LIMITED",
			ratelimits: [
				{ name: "mail", exceeded: false, remaining: 5 },
				{ name: "reports", exceeded: true, remaining: 0 },
			],
		});
		expect(await stateOf("mail", [{ name: "mail" }])).toMatchObject({ remaining: 4 });
		expect(await stateOf("requests")).toMatchObject({ remaining: 2 });
	});

	test("of which the key's own is full leave the others as they were", async () => {
		const { stateOf, verify } = await withLimits([limit("requests", 1, 3_600_000, true), limit("mail", 5)]);
		await verify();

		expect(await verify([{ name: "mail" }])).toMatchObject({ code: "RATE_LIMITED" });

		expect(await stateOf("mail", [{ name: "mail" }])).toMatchObject({ remaining: 5, exceeded: false });
	});

	test("at once admit no more than the smallest", async () => {
		const { verify } = await withLimits([limit("daily", 7, DAY, true), limit("mail", 5)]);

		const codes = await Promise.all(Array.from({ length: 20 }, () => verify([{ name: "mail" }])));

		expect(codes.filter(({ code }) => code === "VALID")).toHaveLength(5);
	});
});

// A caller who names a limit believes that there is one.
test("a name that the key has no limit by is refused, and takes nothing", async () => {
	const { agency, unkey } = await arrange();
	const key = await makeKey(world, agency, { credits: 3 });

	const refused = unkey.keys.verifyKey({ key: key.secret, ratelimits: [{ name: "mail" }] });

	await expect(refused).rejects.toMatchObject({
		statusCode: 400,
		error: { errors: [{ location: "body.ratelimits" }] },
	});
	expect((await unkey.keys.verifyKey({ key: key.secret })).data.credits).toBe(2);
});

import { afterEach, describe, expect, test } from "vitest";
import { testEngine } from "#lib/testing/engine.ts";
import { bodyOf, openEntrances } from "#lib/testing/entrances.ts";
import { type KeyOptions, makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";

const world = await testWorld();
const up = await openEntrances({
	engine: testEngine(world.database),
	origin: "https://keys.example.test",
	readiness: async () => "ready",
});
const down = await openEntrances({
	engine: testEngine(unreachableDatabase()),
	origin: "https://keys.example.test",
	readiness: async () => "not ready",
});

const bearer = (key: { secret: string }) => ({ Authorization: `Bearer ${key.secret}` });
const me = (key: { secret: string }) => ({ path: "/api/v2/keys/me", headers: bearer(key) });
const verify = (gateway: { secret: string }, body: object) => ({
	method: "POST",
	path: "/api/v2/keys/verify",
	headers: { ...bearer(gateway), "Content-Type": "application/json" },
	body: JSON.stringify(body),
});
const agencyKey = async (options: KeyOptions = {}) => makeKey(world, await makeAgency(world), options);

afterEach(() => expect([...up.reported, ...down.reported]).toEqual([]));

describe.each(up.entrances)("through $name a key about itself", ({ send }) => {
	test.each([
		[401, "NOT_FOUND", { deletedAt: new Date(0) }],
		[401, "REVOKED", { revoked: true }],
		[401, "DISABLED", { disabled: true }],
		[401, "EXPIRED", { expiresAt: new Date(0) }],
		[403, "FORBIDDEN", { allowedAddresses: ["198.51.100.7"] }],
	] as [number, string, KeyOptions][])("is told %i %s", async (status, code, options) => {
		const reply = await send(me(await agencyKey(options)));

		expect(reply.status).toBe(status);
		expect(bodyOf(reply)).toMatchObject({ status, code });
		expect(reply.headers["www-authenticate"] !== undefined).toBe(status === 401);
	});

	test("is told 403 SUSPENDED when its agency is", async () => {
		const key = await makeKey(world, await makeAgency(world, { suspended: true }));

		expect(bodyOf(await send(me(key)))).toMatchObject({ status: 403, code: "SUSPENDED" });
	});

	test("is told 429 and when to come back once its window is full", async () => {
		const key = await agencyKey({ rateLimit: { max: 1, seconds: 60 } });
		await send(me(key));

		const reply = await send(me(key));

		expect(bodyOf(reply)).toMatchObject({ status: 429, code: "RATE_LIMITED" });
		expect(Number(reply.headers["retry-after"])).toBeGreaterThan(0);
		expect(Number(reply.headers["retry-after"])).toBeLessThanOrEqual(60);
	});

	test("spends no credits by looking", async () => {
		const key = await agencyKey({ credits: 1 });

		for (let round = 0; round < 3; round++) {
			expect(bodyOf(await send(me(key)))).toMatchObject({ code: "VALID", credits: { remaining: 1 } });
		}
	});
});

describe.each(up.entrances)("through $name somebody's key", ({ send }) => {
	test("of another agency, in the trash, and made up get the same bytes", async () => {
		const agency = await makeAgency(world);
		const gateway = await makeKey(world, agency, { scopes: ["keys.verify"] });
		const foreign = await agencyKey({ revoked: true });
		const trashed = await makeKey(world, agency, { deletedAt: new Date(0) });
		const ask = async (key: string) => (await send(verify(gateway, { key }))).body;

		const madeUp = await ask("lk_agy_000000000000000000000000000000000000AB");

		expect(await ask(foreign.secret)).toBe(madeUp);
		expect(await ask(trashed.secret)).toBe(madeUp);
		expect(JSON.parse(madeUp)).toEqual({
			valid: false,
			code: "NOT_FOUND",
			detail: "No such key is known to this caller.",
			requestId: "the-request",
		});
	});

	test("is judged by the address and the location that the caller names, and spends what it says", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const gateway = await makeKey(world, agency, { scopes: ["keys.verify"] });
		const key = await makeKey(world, agency, {
			location,
			allowedAddresses: ["2001:db8::/32"],
			credits: 10,
			rateLimit: { max: 9, seconds: 60 },
			title: "Website",
		});
		const ask = async (body: object) => bodyOf(await send(verify(gateway, { key: key.secret, ...body })));

		expect(await ask({ clientIp: "198.51.100.7" })).toMatchObject({ valid: false, code: "FORBIDDEN" });
		const good = await ask({ clientIp: "2001:DB8:0::1", locationId: location.id.toUpperCase(), cost: 4 });

		expect(good).toMatchObject({
			valid: true,
			code: "VALID",
			level: "LOCATION",
			agencyId: agency.id,
			locationIds: [location.id],
			title: "Website",
			role: "ADMIN",
			scopes: ["contacts.readonly"],
			expiresAt: null,
			rateLimit: { limit: 9, remaining: 8 },
			credits: { remaining: 6 },
		});
	});
});

describe.each(down.entrances)("through $name with the database gone", ({ send }) => {
	test("a key that may be good is told 503 and to come back, not that it is bad", async () => {
		const key = await agencyKey();

		for (const sent of [me(key), verify(key, { key: key.secret })]) {
			const reply = await send(sent);
			expect(bodyOf(reply)).toMatchObject({ status: 503, code: "unavailable" });
			expect(reply.headers["retry-after"]).toBe("1");
			expect(reply.headers["www-authenticate"]).toBeUndefined();
		}
	});

	test("the process lives and is not ready", async () => {
		expect((await send({ path: "/api/health/live" })).status).toBe(200);
		const ready = await send({ path: "/api/health/ready" });
		expect([ready.status, ready.headers["retry-after"]]).toEqual([503, "1"]);
	});
});

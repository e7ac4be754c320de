import { afterEach, describe, expect, test } from "vitest";
import { ARRIVAL, bodyOf, openEntrances, testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { makeOlderSecret } from "#lib/testing/key-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const surroundings = testSurroundings(world.database);
const { entrances, reported } = await openEntrances(surroundings);

const agency = await makeAgency(world);
const [harbour, hillside] = [await makeLocation(world, agency), await makeLocation(world, agency)];
const gateway = await makeKey(world, agency, { scopes: ["keys.verify"] });
const website = await makeKey(world, agency, { scopes: ["contacts.write"], location: harbour });
const revoked = await makeKey(world, agency, { revoked: true });
const neighbour = await makeKey(world, await makeAgency(world), { scopes: ["contacts.write"] });

const bearer = (key: { secret: string }) => ({ Authorization: `Bearer ${key.secret}` });

afterEach(() => expect(reported.splice(0)).toEqual([]));

describe.each(entrances)("a proxy that asks through $name", ({ send }) => {
	const ask = (key: { secret: string }, query = "", headers: Record<string, string> = {}, method = "GET") =>
		send({ method, path: `/api/v2/forward-auth${query}`, headers: { ...bearer(key), ...headers } });

	test.each(["GET", "POST", "PUT", "DELETE", "OPTIONS"])(
		"hears yes in headers, without a body: %s",
		async (method) => {
			const reply = await ask(website, "", {}, method);

			expect(reply).toMatchObject({ status: 200, body: "" });
			expect(reply.headers).toMatchObject({
				"x-latchkey-key-id": website.id,
				"x-latchkey-agency-id": agency.id,
				"x-latchkey-location-id": harbour.id,
				"x-latchkey-level": "LOCATION",
				"x-latchkey-role": "ADMIN",
				"x-latchkey-scopes": "contacts.write",
				"x-request-id": ARRIVAL.requestId,
			});
		},
	);

	test("may demand scopes and a location, in the address or in headers", async () => {
		expect((await ask(website, `?scope=contacts.readonly&location=${harbour.id}`)).status).toBe(200);
		expect((await ask(website, "?scope=forms.write")).status).toBe(403);
		expect((await ask(website, "?scope=contacts.readonly+forms.write")).status).toBe(403);
		expect((await ask(website, "", { "X-Required-Scope": "contacts.readonly, forms.write" })).status).toBe(
			403,
		);
		expect((await ask(website, `?location=${hillside.id}`)).status).toBe(403);
		expect((await ask(website, "", { "X-Required-Location": hillside.id })).status).toBe(403);
	});

	test("is told which location an agency key was let through for", async () => {
		const reply = await ask(gateway, `?location=${hillside.id}`);

		expect(reply.headers["x-latchkey-location-id"]).toBe(hillside.id);
		expect((await ask(gateway)).headers["x-latchkey-location-id"]).toBeUndefined();
	});

	test("hears no with the verdict", async () => {
		expect(bodyOf(await ask(revoked))).toMatchObject({ status: 401, code: "REVOKED" });
		expect((await send({ path: "/api/v2/forward-auth" })).status).toBe(401);
	});

	test.each(["?scope=%0d%0aSet-Cookie:x", "?scope=%22", "?location=somewhere", `?scope=${"a+".repeat(60)}`])(
		"is told when its demand cannot be read: %s",
		async (query) => {
			expect((await ask(website, query)).status).toBe(422);
		},
	);

	test("passes on what is left of the key's window", async () => {
		const limited = await makeKey(world, agency, { rateLimit: { max: 1, seconds: 60 } });

		const [first, second] = [await ask(limited), await ask(limited)];

		expect(first.headers["ratelimit-policy"]).toBe('"key";q=1;w=60');
		expect(first.headers.ratelimit).toMatch(/^"key";r=0;t=\d+$/);
		expect(second.status).toBe(429);
		expect(second.headers.ratelimit).toMatch(/^"key";r=0;t=\d+$/);
		expect(Number(second.headers["retry-after"])).toBeGreaterThan(0);
	});
});

describe.each(entrances)("introspection through $name", ({ send }) => {
	const introspect = (body: string, headers: Record<string, string> = {}) =>
		send({
			method: "POST",
			path: "/api/v2/introspect",
			headers: { ...bearer(gateway), "Content-Type": "application/x-www-form-urlencoded", ...headers },
			body,
		});

	test("tells of an active key what RFC 7662 names", async () => {
		const reply = await introspect(`token=${website.secret}&token_type_hint=access_token`);

		expect(reply.status).toBe(200);
		expect(bodyOf(reply)).toEqual({
			active: true,
			scope: "contacts.write",
			client_id: website.id,
			sub: harbour.id,
			iat: expect.any(Number),
			token_type: "Bearer",
		});
	});

	// Whoever asks may remember the answer until then.
	test("says of an older secret when it ends, although its key goes on", async () => {
		const endsAt = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 60_000);
		const older = await makeOlderSecret(world, website, endsAt);

		const reply = await introspect(`token=${older.secret}`);

		expect(bodyOf(reply)).toMatchObject({
			active: true,
			client_id: website.id,
			exp: endsAt.getTime() / 1_000,
		});
		await world.owner.query("delete from key_secrets where id = $1", [older.id]);
	});

	test.each([
		["a revoked key", revoked.secret],
		["a neighbour's key", neighbour.secret],
		["no key at all", "anything"],
	])("says the same and no more of %s", async (_name, token) => {
		const reply = await introspect(`token=${token}`);

		expect(reply).toMatchObject({ status: 200, body: '{"active":false}' });
	});

	test("asks for a form with one token, from a key that may verify", async () => {
		expect((await introspect("")).status).toBe(422);
		expect((await introspect("token=a&token=b")).status).toBe(422);
		expect((await introspect("{}", { "Content-Type": "application/json" })).status).toBe(415);
		expect((await introspect(`token=${website.secret}`, bearer(website))).status).toBe(403);
	});
});

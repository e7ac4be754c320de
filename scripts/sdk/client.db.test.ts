import express from "express";
import { afterEach, expect, test } from "vitest";
import { openApi } from "#lib/testing/api-origin.ts";
import { testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { serveHere } from "#lib/testing/serve-here.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { latchkey } from "../../sdk/src/client.ts";
import { requireKey } from "../../sdk/src/express.ts";
import { guardRequests, verdictOf } from "../../sdk/src/web.ts";

const world = await testWorld();
const up = await openApi(testSurroundings(world.database));
const down = await openApi(testSurroundings(unreachableDatabase()));

const agency = await makeAgency(world);
const location = await makeLocation(world, agency);
const gateway = await makeKey(world, agency, { scopes: ["keys.verify"] });
const visitor = await makeKey(world, agency, { location, title: "Visitor", scopes: ["contacts.readonly"] });

const client = latchkey({ baseUrl: up.origin, apiKey: gateway.secret });
const clientOfNobody = latchkey({ baseUrl: down.origin, apiKey: gateway.secret, retries: 0 });

afterEach(() => expect(up.reported).toEqual([]));

test("a key is verified, and says what it is", async () => {
	const verdict = await client.verify({ key: visitor.secret, scopes: ["contacts.readonly"] });

	expect(verdict).toMatchObject({
		valid: true,
		code: "VALID",
		keyId: visitor.id,
		locationIds: [location.id],
	});
});

test("a key that is not good is a verdict too, not an error", async () => {
	const unknown = await client.verify({ key: "lk_loc_nothing" });
	const lacking = await client.verify({ key: visitor.secret, scopes: ["contacts.write"] });

	expect(unknown).toMatchObject({ valid: false, code: "NOT_FOUND" });
	expect(unknown.keyId).toBeUndefined();
	expect(lacking).toMatchObject({ valid: false, code: "INSUFFICIENT_PERMISSIONS", keyId: visitor.id });
});

test("a client learns what its own key is", async () => {
	expect(await client.me()).toMatchObject({ keyId: gateway.id, agencyId: agency.id, level: "AGENCY" });
});

test("refusals come as errors that name code, fields and request", async () => {
	const stranger = latchkey({ baseUrl: up.origin, apiKey: visitor.secret });

	await expect(stranger.verify({ key: "x" })).rejects.toMatchObject({
		name: "LatchkeyError",
		status: 403,
		code: "INSUFFICIENT_PERMISSIONS",
		requestId: expect.any(String),
	});
	await expect(client.verify({ key: "x", locationId: "nowhere" })).rejects.toMatchObject({
		status: 422,
		code: "invalid_input",
		errors: [{ field: "locationId" }],
	});
});

const asRequest = (key?: { secret: string }) =>
	new Request("https://service.test/contacts", key && { headers: { Authorization: `Bearer ${key.secret}` } });

test("a web-standard guard lets good keys through and knows whose they are", async () => {
	const guard = guardRequests(client, { scopes: ["contacts.readonly"], locationId: location.id });
	const request = asRequest(visitor);

	expect(await guard(request)).toBeNull();
	expect(verdictOf(request)).toMatchObject({ keyId: visitor.id, title: "Visitor" });
});

test("it refuses everything else with the status and the headers that such a refusal has", async () => {
	const disabled = await makeKey(world, agency, { disabled: true });
	const elsewhere = await makeKey(world, agency, { allowedAddresses: ["198.51.100.7"] });
	const limited = await makeKey(world, agency, { rateLimit: { max: 1, seconds: 60 } });
	await client.verify({ key: limited.secret });

	const answers = await Promise.all(
		[undefined, disabled, elsewhere, visitor, limited].map(async (key) => {
			const demand = key === visitor ? { scopes: ["contacts.write"] } : {};
			return guardRequests(client, demand, { clientIp: () => "203.0.113.9" })(asRequest(key));
		}),
	);

	expect(answers.map((answer) => answer?.status)).toEqual([401, 401, 403, 403, 429]);
	expect(answers[0]?.headers.get("www-authenticate")).toBe('Bearer realm="latchkey"');
	expect(answers[3]?.headers.get("www-authenticate")).toContain('scope="contacts.write"');
	expect(Number(answers[4]?.headers.get("retry-after"))).toBeGreaterThan(0);
	expect(await answers[1]?.json()).toMatchObject({ code: "DISABLED" });
});

test("while nobody knows, nobody gets through, and the owner of the service hears why", async () => {
	const errors: unknown[] = [];
	const onError = (error: unknown) => void errors.push(error);

	const unknown = await guardRequests(clientOfNobody, {}, { onError })(asRequest(visitor));
	const misconfigured = latchkey({ baseUrl: up.origin, apiKey: visitor.secret });
	const notAllowed = await guardRequests(misconfigured, {}, { onError })(asRequest(visitor));

	expect([unknown?.status, notAllowed?.status]).toEqual([503, 503]);
	expect(unknown?.headers.get("retry-after")).toBe("1");
	expect(errors).toMatchObject([{ status: 503 }, { status: 403, code: "INSUFFICIENT_PERMISSIONS" }]);
});

test("a demand that Latchkey does not understand is the owner's mistake, not the visitor's", async () => {
	const errors: unknown[] = [];
	const guard = guardRequests(client, { locationId: "nowhere" }, { onError: (error) => errors.push(error) });

	const refused = await guard(asRequest(visitor));
	const endless = await guardRequests(client)(asRequest({ secret: "x".repeat(513) }));

	expect([refused?.status, endless?.status]).toEqual([503, 401]);
	expect(errors).toMatchObject([{ status: 422, errors: [{ field: "locationId" }] }]);
});

test("an answer that only looks good, and a report that fails, let nobody through", async () => {
	const verify = async () => ({ valid: "yes", code: "VALID" }) as never;
	const onError = () => {
		throw new Error("the log is full");
	};

	const looksGood = await guardRequests({ verify })(asRequest(visitor));
	const reported = await guardRequests(clientOfNobody, {}, { onError })(asRequest(visitor));

	expect([looksGood?.status, reported?.status]).toEqual([403, 503]);
});

test("Express hears of an address that cannot be told", async () => {
	const clientIp = () => {
		throw new Error("no address");
	};
	const heard: unknown[] = [];

	await requireKey(client, {}, { clientIp })({ headers: {} }, {} as never, (error) => heard.push(error));

	expect(heard).toMatchObject([{ message: "no address" }]);
});

test("an Express server is guarded by one line", async () => {
	const app = express();
	app.get("/contacts", requireKey(client, { scopes: ["contacts.readonly"] }), (_request, response) => {
		response.json({ keyId: response.locals.latchkey.keyId });
	});
	const service = await serveHere(app);

	const refused = await fetch(`${service}/contacts`);
	const served = await fetch(`${service}/contacts`, asRequest(visitor));

	expect(refused.status).toBe(401);
	expect(refused.headers.get("content-type")).toContain("application/problem+json");
	expect(await served.json()).toEqual({ keyId: visitor.id });
});

test("keys are made, read, changed, given new secrets and ended", async () => {
	const manager = await makeKey(world, agency, {
		scopes: ["keys.write", "usage.readonly", "contacts.write"],
	});
	const { keys } = latchkey({ baseUrl: up.origin, apiKey: manager.secret });
	const wanted = { level: "LOCATION", locationId: location.id, scopes: ["contacts.readonly"] } as const;

	const made = await keys.create({ ...wanted, title: "Made by a program" });
	const again = await keys.create({ ...wanted, title: "Twice" }, { idempotencyKey: "twice" });
	const repeated = await keys.create({ ...wanted, title: "Twice" }, { idempotencyKey: "twice" });

	expect(made).toMatchObject({ ...wanted, title: "Made by a program", status: "Active" });
	expect(await client.verify({ key: made.key })).toMatchObject({ valid: true, keyId: made.id });
	expect(repeated).toEqual(again);

	const { data } = await keys.list({ level: "LOCATION", unused: true });
	expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining([made.id, again.id]));
	expect(await keys.update(made.id, { title: "Renamed" })).toMatchObject({ title: "Renamed" });
	expect(await keys.get(made.id)).toMatchObject({ id: made.id, title: "Renamed" });

	const rotated = await keys.rotate(made.id, { overlapSeconds: 3_600 });
	expect(rotated.key).not.toBe(made.key);
	expect(await keys.endOverlap(made.id)).toMatchObject({ id: made.id });
	expect(await client.verify({ key: made.key })).toMatchObject({ code: "NOT_FOUND" });

	expect(await keys.disable(made.id)).toMatchObject({ status: "Inactive" });
	expect(await keys.enable(made.id)).toMatchObject({ status: "Active" });
	expect(await keys.keepAlive(made.id)).toMatchObject({ propagated: true });
	expect(await keys.usage(made.id, { by: "hour" })).toMatchObject({ keyId: made.id, data: [] });
	expect(await keys.delete(made.id)).toMatchObject({ id: made.id, deleted: true });
	await expect(keys.get(made.id)).rejects.toMatchObject({ status: 404, code: "not_found" });
	expect(await keys.restore(made.id)).toMatchObject({ status: "Active" });
	expect(await keys.revoke(made.id, { reason: "Not needed" })).toMatchObject({ status: "Revoked" });
});

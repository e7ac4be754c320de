import { afterEach, describe, expect, test } from "vitest";
import type { Scope } from "#lib/core/scopes.ts";
import { openApi } from "#lib/testing/api.ts";
import {
	auditTrail,
	daysFrom,
	type KeyOptions,
	makeAgency,
	makeKey,
	makeLocation,
	storedKey,
} from "#lib/testing/factories.ts";
import { newKey, patch, step } from "#lib/testing/key-calls.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { ask, reported } = await openApi(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const SCOPES: Scope[] = ["contacts.write", "keys.write", "audit.readonly"];
const PER_MINUTE = { max: 60, seconds: 60 };

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const manager = await makeKey(world, agency, { scopes: SCOPES, ...options });
	return { agency, location, manager };
}

const rotate = (key: { id: string }) => step(key, "rotate", { overlapSeconds: 60 });
const unkey = (method: string, body: object) => ({
	method: "POST",
	path: `/api/unkey/v2/keys.${method}`,
	body,
});

describe("a limit that people set on a key", () => {
	const LIMITED = { rateLimit: PER_MINUTE, credits: 50 };
	const WIDER: [string, object][] = [
		["rateLimit", { rateLimit: null }],
		["rateLimit", { rateLimit: { max: 61, seconds: 60 } }],
		["credits", { credits: null }],
		["credits", { credits: 51 }],
	];

	test.each(WIDER)("is not lifted by the key itself: %s %j", async (field, wider) => {
		const { agency, manager } = await arrange(LIMITED);
		const before = await storedKey(world, manager.id);

		const refused = await ask(manager, patch(manager, wider));

		expect(refused).toMatchObject({ status: 403, body: { code: "forbidden", errors: [{ field }] } });
		const { credits: _spent, ...stored } = await storedKey(world, manager.id);
		expect(before).toMatchObject(stored);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test.each(WIDER)("holds for keys that it makes: %s %j", async (field, wider) => {
		const { agency, manager } = await arrange(LIMITED);

		const refused = await ask(manager, newKey({ ...LIMITED, credits: 5, ...wider }));

		expect(refused).toMatchObject({ status: 403, body: { errors: [{ field }] } });
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("leaves it lesser keys to make and change", async () => {
		const { manager } = await arrange(LIMITED);

		const { status, body } = await ask(manager, newKey({ ...LIMITED, credits: 5 }));

		expect(status).toBe(201);
		const made = { id: String(body.id) };
		expect(await ask(manager, patch(made, { credits: 10 }))).toMatchObject({ status: 200 });
		expect(await ask(manager, patch(manager, { description: "Mine" }))).toMatchObject({ status: 200 });
	});

	test("is not passed by taking over a key without it", async () => {
		const { agency, manager } = await arrange(LIMITED);
		const free = await makeKey(world, agency);

		const refused = await ask(manager, rotate(free));

		expect(refused.status).toBe(403);
		expect(refused.body.detail).toContain("rateLimit, credits");
	});

	test.each([
		{ operation: "set", value: null },
		{ operation: "set", value: 51 },
		{ operation: "increment", value: 5 },
	])("is not lifted by moving its credits: %j", async (move) => {
		const { agency, manager } = await arrange(LIMITED);

		const refused = await ask(manager, unkey("updateCredits", { keyId: manager.id, ...move }));

		expect(refused.status).toBe(403);
		expect((await storedKey(world, manager.id)).credits).toBeLessThanOrEqual(50);
		expect(await auditTrail(world, agency)).toEqual([]);
	});
});

describe("a key that acts on chosen locations", () => {
	const arrangeChosen = async () => {
		const { agency, location } = await arrange();
		const manager = await makeKey(world, agency, { scopes: SCOPES, chosenLocations: [location] });
		return { agency, location, manager };
	};

	test("reads, changes and rotates itself, though it sees no other agency key", async () => {
		const { agency, manager } = await arrangeChosen();
		const peer = await makeKey(world, agency);

		const rotated = await ask(manager, rotate(manager));

		expect(rotated).toMatchObject({ status: 200, body: { id: manager.id, key: expect.any(String) } });
		expect(await ask(manager, patch(manager, { description: "Mine" }))).toMatchObject({ status: 200 });
		expect(await ask(manager, unkey("getKey", { keyId: manager.id }))).toMatchObject({ status: 200 });
		expect(await ask(manager, rotate(peer))).toMatchObject({ status: 404 });
	});

	test("is told that it makes keys of its locations alone", async () => {
		const { agency, location, manager } = await arrangeChosen();

		const refused = await ask(manager, newKey({ locationIds: [location.id] }));

		expect(refused).toMatchObject({ status: 403, body: { errors: [{ field: "level" }] } });
		expect(await auditTrail(world, agency)).toEqual([]);
		const local = newKey({ level: "LOCATION", locationId: location.id });
		expect(await ask(manager, local)).toMatchObject({ status: 201 });
	});
});

test("the older secret of a key cannot make itself the current one", async () => {
	const { agency, manager } = await arrange({ secretEndsAt: daysFrom(new Date(), 1) });

	const refused = await ask(manager, rotate(manager));

	expect(refused).toMatchObject({ status: 403, body: { code: "forbidden" } });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("a key that was narrowed, widened by two calls or brought back gains nothing", async () => {
	const { agency, manager } = await arrange();
	const { body: made } = await ask(manager, newKey({}));
	const key = { id: String(made.id) };
	const greater = await makeKey(world, agency, { scopes: ["users.write"], deletedAt: new Date() });
	const off = await makeKey(world, agency, { scopes: ["users.write"], disabled: true });

	expect(await ask(manager, patch(key, { role: "ADMIN", scopes: ["users.write"] }))).toMatchObject({
		status: 403,
		body: { errors: [{ field: "scopes" }] },
	});
	expect(await ask(manager, step(greater, "restore"))).toMatchObject({ status: 403 });
	expect(await ask(manager, step(off, "enable"))).toMatchObject({ status: 403 });
	expect(await ask(manager, step(off, "keep-alive"))).toMatchObject({ status: 403 });
});

test("of a key that is ended, the log names all that it made or gave a secret", async () => {
	const { agency, manager } = await arrange();
	const other = await makeKey(world, agency);
	const { body: made } = await ask(manager, newKey({}));
	await ask(manager, rotate(other));
	const reader = await makeKey(world, agency, { scopes: ["audit.readonly"] });

	await ask(manager, step(manager, "revoke", { reason: "Stolen" }));

	const trail = await ask(reader, { method: "GET", path: `/api/v2/audit-events?actorId=${manager.id}` });
	expect(trail.body.data).toMatchObject([
		{ action: "key.revoke", subject: { id: manager.id } },
		{ action: "key.rotate", subject: { id: other.id } },
		{ action: "key.create", subject: { id: made.id }, actor: { kind: "key", id: manager.id } },
	]);
	expect(await ask({ secret: String(made.key) }, { method: "GET", path: "/api/v2/keys/me" })).toMatchObject({
		status: 200,
	});
});

test("a key that ends itself is answered, and stops", async () => {
	const ends = [
		{
			asked: (key: { id: string }) => ({ method: "DELETE", path: `/api/v2/keys/${key.id}` }),
			code: "NOT_FOUND",
		},
		{ asked: (key: { id: string }) => step(key, "disable"), code: "DISABLED" },
		{ asked: (key: { id: string }) => step(key, "revoke", { reason: "Over" }), code: "REVOKED" },
	];

	for (const { asked, code } of ends) {
		const { agency, manager } = await arrange();
		expect(await ask(manager, asked(manager))).toMatchObject({ status: 200, body: { propagated: true } });
		expect(await ask(manager, asked(manager))).toMatchObject({ status: 401, body: { code } });
		expect(await auditTrail(world, agency)).toMatchObject([{ actorId: manager.id, subjectId: manager.id }]);
	}
});

import { afterEach, expect, test } from "vitest";
import type { Scope } from "#lib/core/scopes.ts";
import { openApi } from "#lib/testing/api.ts";
import { auditTrail, makeAgency, makeKey } from "#lib/testing/factories.ts";
import { newKey, step } from "#lib/testing/key-calls.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { ask, reported } = await openApi(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const MANAGING: Scope[] = ["contacts.write", "keys.write"];

async function arrange() {
	const agency = await makeAgency(world);
	const manager = await makeKey(world, agency, { scopes: MANAGING });
	return { agency, manager };
}

const named = { "Idempotency-Key": "order-1" };

test("a named call makes one key, and tells its secret again", async () => {
	const { agency, manager } = await arrange();

	const first = await ask(manager, { ...newKey(), headers: named });
	const again = await ask(manager, { ...newKey(), headers: named });

	expect(again).toMatchObject({ status: 201, body: first.body });
	expect(again.headers["idempotency-replayed"]).toBe("true");
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("of twenty calls by a name at once one makes a key, and all the others hear of it", async () => {
	const { agency, manager } = await arrange();
	const asked = { ...newKey(), headers: named };

	const answers = await Promise.all(Array.from({ length: 20 }, () => ask(manager, asked)));

	const made = await ask(manager, asked);
	expect(made.status).toBe(201);
	for (const { status, body } of answers) {
		if (status === 201) expect(body).toEqual(made.body);
		else expect({ status, body }).toMatchObject({ status: 409, body: { code: "conflict" } });
	}
	expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test.each([
	["another route", "/api/unkey/v2/keys.createKey"],
	["another query", "/api/v2/keys?a=1"],
])("a name that was used is refused for %s", async (_what, path) => {
	const { agency, manager } = await arrange();
	await ask(manager, { ...newKey(), headers: named });
	const body = path.includes("unkey") ? { apiId: agency.id } : newKey().body;

	const refused = await ask(manager, { method: "POST", path, body, headers: named });

	expect(refused.status).toBe(path.includes("unkey") ? 400 : 422);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("a named call gives a key one new secret, however often it is sent", async () => {
	const { agency, manager } = await arrange();
	const asked = { ...step(manager, "rotate", { overlapSeconds: 60 }), headers: named };

	const [first, again] = [await ask(manager, asked), await ask(manager, asked)];

	expect(again).toMatchObject({ status: 200, body: first.body });
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("the same name of another key is another call", async () => {
	const { agency, manager } = await arrange();
	const peer = await makeKey(world, agency, { scopes: MANAGING });
	await ask(manager, { ...newKey(), headers: named });

	const { status, headers } = await ask(peer, { ...newKey({ title: "Theirs" }), headers: named });

	expect(status).toBe(201);
	expect(headers["idempotency-replayed"]).toBeUndefined();
});

test("a name is refused with another body, and as a name of no kind", async () => {
	const { manager } = await arrange();
	await ask(manager, { ...newKey(), headers: named });

	for (const asked of [
		{ ...newKey({ title: "Other" }), headers: named },
		...["", "a b", "é", "a".repeat(10_000)].map((name) => ({
			...newKey({ title: "Other" }),
			headers: { "Idempotency-Key": name },
		})),
	]) {
		expect(await ask(manager, asked)).toMatchObject({
			status: 422,
			body: { errors: [{ field: "Idempotency-Key" }] },
		});
	}
});

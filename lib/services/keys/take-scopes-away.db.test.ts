import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import type { Scope } from "#lib/core/scopes.ts";
import { recordUses } from "#lib/data/usage.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { describeScopes } from "./describe-scopes.ts";
import { takeScopesAway } from "./take-scopes-away.ts";

const world = await testWorld();
await world.owner.query("update installation set scope_uses_since = $1", [daysFrom(NOW, -100)]);

/** A key of a year ago that holds these, and what was used of them how many days ago. */
async function arrange(scopes: Scope[], used: Partial<Record<Scope | "", number>> = {}) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { scopes, createdAt: daysFrom(NOW, -365) });
	for (const [scope, days] of Object.entries(used)) await use(key, scope, days);
	return { agency, key, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

const use = (key: TestKey, scope: string, days: number) => {
	const one = { agency_id: key.agencyId, key_id: key.id, scopes: [scope] };
	const scoped = [{ ...one, last_at: daysFrom(NOW, -days).toISOString() }];
	return recordUses(world.database, newId(), 1, [], [], [], scoped);
};

describe("taking scopes away", () => {
	keyCases(world, {
		action: "key.edit",
		key: { scopes: ["contacts.write", "forms.write"] },
		act: (ctx, key) => takeScopesAway(ctx, { keyId: key.id, version: 1, scopes: ["forms.write"] }),
		done: { scopes: ["contacts.write"], scope_count: 1 },
	});
});

test("what was used for reading alone can still be read", async () => {
	const { key, ctx } = await arrange(["contacts.write", "forms.write"], { "contacts.readonly": 1 });

	await takeScopesAway(ctx, { keyId: key.id, version: 1, scopes: ["contacts.write"] });

	expect(await storedKey(world, key.id)).toMatchObject({ scopes: ["contacts.readonly", "forms.write"] });
});

test.each<[string, number, Scope[], string]>([
	["all that a key holds", 1, ["contacts.write", "forms.write"], "invalid_input"],
	["what the key does not hold", 1, ["links.write"], "conflict"],
	["what somebody has changed meanwhile", 7, ["forms.write"], "conflict"],
])("%s is not taken", async (_name, version, scopes, code) => {
	const { agency, key, ctx } = await arrange(["contacts.write", "forms.write"]);

	const attempt = takeScopesAway(ctx, { keyId: key.id, version, scopes });

	await expect(attempt).rejects.toMatchObject({ code });
	expect(await storedKey(world, key.id)).toMatchObject({ scopes: ["contacts.write", "forms.write"] });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("of two who take at the same moment, one wins", async () => {
	const { key, ctx } = await arrange(["contacts.write", "forms.write", "links.write"]);
	const take = (scope: Scope) => takeScopesAway(ctx, { keyId: key.id, version: 1, scopes: [scope] });

	const results = await Promise.allSettled([take("contacts.write"), take("forms.write")]);

	expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
	expect(await storedKey(world, key.id)).toMatchObject({ scope_count: 2, version: 2 });
});

describe("what a page tells of scopes", () => {
	test("is what was used when, and what was not for 90 days", async () => {
		const { key, ctx } = await arrange(["contacts.write", "forms.write", "links.write"], {
			"contacts.write": 2,
			"forms.write": 95,
		});

		const review = await describeScopes(ctx, { keyId: key.id });

		expect(review).toMatchObject({
			lastUsed: { "contacts.write": daysFrom(NOW, -2).toISOString() },
			lastUnnamed: null,
			unused: ["forms.write", "links.write"],
			knownSince: daysFrom(NOW, -100).toISOString(),
			tellableAt: daysFrom(NOW, -10).toISOString(),
		});
	});

	test("proposes nothing while a use named no scope", async () => {
		const { key, ctx } = await arrange(["contacts.write"], { "": 3 });

		const review = await describeScopes(ctx, { keyId: key.id });

		expect(review).toMatchObject({ unused: [], lastUnnamed: daysFrom(NOW, -3).toISOString() });
	});

	test("is told to those who may read the key, and nobody else", async () => {
		const { agency, key } = await arrange(["contacts.write"]);
		const location = await makeLocation(world, agency);
		const people = [
			contextFor(world, agency, { role: "MANAGER", location }),
			contextFor(world, await makeAgency(world), { role: "OWNER" }),
		];

		for (const ctx of people) {
			await expect(describeScopes(ctx, { keyId: key.id })).rejects.toMatchObject({ code: "not_found" });
		}
	});
});

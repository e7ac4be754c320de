import { afterEach, expect, test } from "vitest";
import { generateSecret } from "#lib/core/keys/format.ts";
import { readSought } from "#lib/core/keys/sought-refusal.ts";
import { traceRefusal } from "#lib/services/keys/trace-refusal.ts";
import { contextFor, makeKey } from "#lib/testing/factories.ts";
import { openForUnkey } from "#lib/testing/unkey.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { arrange, engine, reported } = await openForUnkey(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

type Query = { permissions?: string; ratelimits?: { name: string; limit: number; duration: number }[] };

/** Why people are told that a key was refused. */
async function reasonsOf(...queries: Query[]) {
	const { agency, unkey } = await arrange();
	const key = await makeKey(world, agency, { scopes: ["contacts.readonly"] });
	for (const query of queries) {
		await unkey.keys.verifyKey({ key: key.secret, ...query });
		await engine.usage.flush();
	}
	const sought = readSought(key.secret);
	if (!sought) throw new Error("a key's text leads to it");
	const [found] = await traceRefusal(contextFor(world, agency, { role: "OWNER" }), sought);
	return found?.refusals.map(({ told, rule, about }) => [told, rule, about]);
}

test("a question about permissions that a key does not satisfy can be asked about", async () => {
	const reasons = await reasonsOf({ permissions: "contacts.readonly and (forms.write or links.write)" });

	expect(reasons).toEqual([
		["INSUFFICIENT_PERMISSIONS", "permissions_missing", "contacts.readonly AND (forms.write OR links.write)"],
	]);
});

test("one permission is named as a scope", async () => {
	expect(await reasonsOf({ permissions: "forms.write" })).toEqual([
		["INSUFFICIENT_PERMISSIONS", "scope_missing", "forms.write"],
	]);
});

test("a full limit is told by its name", async () => {
	const query = { ratelimits: [{ name: "mail", limit: 1, duration: 86_400_000 }] };

	expect(await reasonsOf(query, query)).toEqual([["RATE_LIMITED", "named_limit", "mail, 1 per day"]]);
});

test("a key that was sent as a permission is kept by nobody", async () => {
	const { plaintext } = generateSecret("AGENCY");

	const reasons = JSON.stringify(await reasonsOf({ permissions: plaintext }));

	expect(reasons).toContain("lk_agy_");
	expect(reasons).not.toContain(plaintext.slice(7, 20));
});

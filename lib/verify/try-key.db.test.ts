import { expect, test } from "vitest";
import type { TriedEntrance } from "#lib/core/keys/tried-use.ts";
import { testEngine, verifyCall } from "#lib/testing/engine.ts";
import {
	contextFor,
	type KeyOptions,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
} from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import type { Demand } from "./decide.ts";
import { tryKey } from "./try-key.ts";
import { verifyKey } from "./verify-key.ts";

const world = await testWorld();

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, options);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const tried = (changes: Partial<Demand & { entrance: TriedEntrance }> = {}) =>
		tryKey(ctx, {
			keyId: key.id,
			entrance: "gateway",
			scopes: [],
			locationId: null,
			address: "203.0.113.7",
			...changes,
		});
	return { agency, key, ctx, tried };
}

test.each<[string, KeyOptions, Partial<Demand>, string | null]>([
	["a good key", {}, {}, null],
	["a scope that it holds", { scopes: ["contacts.write"] }, { scopes: ["contacts.readonly"] }, null],
	[
		"a scope that it does not hold",
		{ scopes: ["contacts.readonly"] },
		{ scopes: ["contacts.write"] },
		"scope_missing",
	],
	["another address", { allowedAddresses: ["198.51.100.0/24"] }, {}, "address_not_listed"],
	["an unknown address", { allowedAddresses: ["198.51.100.0/24"] }, { address: null }, "address_unknown"],
	["no credits", { credits: 0 }, {}, "credits"],
])("the rule that decides is named: %s", async (_name, options, demand, rule) => {
	const { key, tried } = await arrange(options);

	const answer = await tried(demand);

	const said = await verifyKey(testEngine(world.database), verifyCall(key.secret, demand));
	expect(answer).toMatchObject({ code: typeof said === "string" ? said : said.code, rule });
});

test("another location is one that the key does not cover", async () => {
	const { agency, tried } = await arrange({ chosenLocations: [] });
	const location = await makeLocation(world, agency);

	expect(await tried({ locationId: location.id })).toMatchObject({
		code: "FORBIDDEN",
		rule: "location_not_covered",
		about: location.id,
	});
});

test("an agency that asks for signatures refuses its programs' unsigned requests, and no gateway's question", async () => {
	const { agency, tried } = await arrange();
	await world.owner.query(
		"insert into agency_policies (agency_id, require_signed_requests, updated_at) values ($1, true, $2)",
		[agency.id, NOW],
	);

	const codes = await Promise.all(
		(["gateway", "signed", "unsigned"] as const).map(async (entrance) => (await tried({ entrance }))?.code),
	);

	expect(codes).toEqual(["VALID", "VALID", "signature_refused"]);
});

test("trying leaves no trace: no use, no credit, no refusal, no limit", async () => {
	const { key, tried } = await arrange({ credits: 5, rateLimit: { max: 1, seconds: 60 } });
	const engine = testEngine(world.database);

	for (let time = 0; time < 3; time++) await tried();
	await tried({ scopes: ["users.write"] });
	await engine.usage.flush();

	const { rows } = await world.owner.query(
		`select (select count(*)::int from key_usage_hours where key_id = $1) as uses,
			(select count(*)::int from key_refusals where key_id = $1) as refusals,
			(select count(*)::int from rate_windows where key_id = $1) as windows,
			(select remaining::int from key_credits where key_id = $1) as credits,
			(select last_used_at from key_last_uses where key_id = $1) as last`,
		[key.id],
	);
	expect(rows).toEqual([{ uses: 0, refusals: 0, windows: 0, credits: 5, last: null }]);
});

test("a key of another agency is not there", async () => {
	const { key } = await arrange();
	const { ctx } = await arrange();

	const demand = { entrance: "gateway", scopes: [], locationId: null, address: null } as const;

	expect(await tryKey(ctx, { keyId: key.id, ...demand })).toBeNull();
});

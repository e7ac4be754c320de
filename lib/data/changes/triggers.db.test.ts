import { afterAll, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { leaseCredits, leaseWindows, returnCredits } from "#lib/data/quotas.ts";
import { recordUses } from "#lib/data/usage.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import type { Change } from "./message.ts";

const world = await testWorld();
const { changes } = anotherDatabase(world.appUrl);
const heard: Change[] = [];
await changes.start({
	memoryMs: 0,
	onDatabaseTime: () => {},
	onChange: (change) => heard.push(change),
	onEpoch: () => {},
	onUsesWanted: () => {},
	onInstances: () => {},
});
afterAll(() => changes.stop());

/** All that is told of what `act` commits. */
async function toldBy(act: () => Promise<unknown>) {
	await changes.confirm();
	heard.length = 0;
	await act();
	expect(await changes.confirm()).toEqual({ propagated: true });
	return heard.slice();
}

/** An agency with two locations; a key with credits, another with a chosen location, one of a location. */
async function arrange() {
	const agency = await makeAgency(world);
	const [harbour, hillside] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	return {
		agency: agency.id,
		other: (await makeAgency(world)).id,
		harbour: harbour.id,
		hillside: hillside.id,
		rich: (await makeKey(world, agency, { credits: 5 })).id,
		choosy: (await makeKey(world, agency, { chosenLocations: [harbour] })).id,
		local: (await makeKey(world, agency, { location: hillside })).id,
	};
}

type Scene = Awaited<ReturnType<typeof arrange>>;
type Name = keyof Scene;

/** Of what a change is told, by the scene's names: `rich`, `all of agency`, `everything`. */
function named(scene: Scene, told: readonly Change[]) {
	const nameOf = (id: string) => Object.entries(scene).find(([, value]) => value === id)?.[0] ?? id;
	const names = told.flatMap((change) => {
		if (change.kind === "keys") return change.keyIds.map(nameOf);
		return change.kind === "agency" ? `all of ${nameOf(change.agencyId)}` : "everything";
	});
	return [...new Set(names)].sort();
}

/** Puts ids into a statement in place of the scene's names: `:rich`. */
const filled = (statement: string, scene: Scene) =>
	statement.replace(/:(\w+)/g, (_whole, name: Name) => `'${scene[name]}'`);

/** As the owner of the tables, without any of the product's code. */
const statements: [string, string[]][] = [
	["update api_keys set enabled = false where id = :rich", ["rich"]],
	["update api_keys set title = 'Same' where id = :rich; delete from api_keys where id = :rich", ["rich"]],
	["update api_keys set revoked_at = now() where agency_id = :agency", ["choosy", "local", "rich"]],
	["delete from api_keys where id in (:choosy, :local)", ["choosy", "local"]],
	["update api_keys set enabled = false where false", []],
	["update key_secrets set ends_at = now() where key_id = :rich", ["rich"]],
	["delete from key_secrets where key_id = :rich", ["rich"]],
	["insert into key_locations values (:agency, :rich, :harbour)", ["rich"]],
	["update key_locations set location_id = :hillside where key_id = :choosy", ["choosy"]],
	["update key_locations set key_id = :rich where key_id = :choosy", ["choosy", "rich"]],
	["delete from key_locations where key_id = :choosy", ["choosy"]],
	["insert into key_credits values (:agency, :local, 9)", ["local"]],
	["update key_credits set remaining = 9 where key_id = :rich", ["rich"]],
	["update key_credits set remaining = remaining where key_id = :rich", ["rich"]],
	["delete from key_credits where key_id = :rich", ["rich"]],
	[
		"insert into key_credits values (:agency, :rich, 1) on conflict (agency_id, key_id) do update set remaining = 1",
		["rich"],
	],
	["update agencies set suspended_at = now() where id = :agency", ["all of agency"]],
	["update agencies set name = name where id in (:agency, :other)", ["all of agency", "all of other"]],
	["delete from agencies where id = :other", ["all of other"]],
	[
		"insert into locations (agency_id, id, slug, name, created_at) values (:agency, gen_random_uuid(), 'n', 'N', now())",
		["all of agency"],
	],
	["update locations set suspended_at = now() where id = :harbour", ["all of agency"]],
	["update locations set deleted_at = now() where id = :harbour", ["all of agency"]],
	[
		"delete from key_locations where key_id = :choosy; delete from locations where id = :harbour",
		["all of agency", "choosy"],
	],
	["update locations set name = 'Renamed' where id = :harbour", []],
	["update locations set name = 'Both', suspended_at = now() where id = :harbour", ["all of agency"]],
	["update key_last_uses set last_used_at = now() where key_id = :rich", []],
];

describe("a change by plain SQL is told", () => {
	test.each(statements)("%s: %j", async (statement, expected) => {
		const scene = await arrange();

		const told = await toldBy(() => world.owner.query(filled(statement, scene)));

		expect(named(scene, told)).toEqual(expected);
	});

	test("when it is committed, and not when it is taken back", async () => {
		const scene = await arrange();
		const change = filled("update api_keys set enabled = false where id = :rich", scene);

		expect(await toldBy(() => world.owner.query(`begin; ${change}; rollback`))).toEqual([]);
		expect(await toldBy(() => world.owner.query(`begin; ${change}; commit`))).toHaveLength(1);
	});
});

describe("what the engine writes by itself tells nothing:", () => {
	test.each<[string, (scene: Scene) => Promise<unknown>]>([
		[
			"taking credits",
			({ agency, rich }) => leaseCredits(world.database, agency, rich, { needed: 2, demand: 2, wanted: 2 }),
		],
		["giving credits back", ({ agency, rich }) => returnCredits(world.database, agency, rich, "1", 1)],
		[
			"taking uses of a window",
			({ agency, rich }) =>
				leaseWindows(world.database, [
					{ agencyId: agency, keyId: rich, startsAt: 0, seconds: 60, max: 5, already: 1, wanted: 1 },
				]),
		],
		[
			"meters",
			({ agency, rich }) => {
				const key = { agency_id: agency, key_id: rich };
				const at = new Date().toISOString();
				const contact = { ...key, address: "203.0.113.7", client: "", first_at: at, last_at: at };
				return recordUses(
					world.database,
					newId(),
					1,
					[{ ...key, hour: at, verdict: "VALID", uses: 1 }],
					[contact],
				);
			},
		],
	])("%s", async (_name, write) => {
		const scene = await arrange();

		expect(await toldBy(() => write(scene))).toEqual([]);
	});
});

// Other processes hold blocks of the quota as it was before.
test("a refill is told, although the engine makes it", async () => {
	const scene = await arrange();
	await world.owner.query(
		`update key_credits set refill_amount = 7, refill_every = 'DAY' where key_id = '${scene.rich}';
			update key_credits set refills_at = now() where key_id = '${scene.rich}'`,
	);

	const told = await toldBy(() =>
		leaseCredits(world.database, scene.agency, scene.rich, { needed: 1, demand: 1, wanted: 1 }),
	);

	expect(named(scene, told)).toEqual(["rich"]);
});

describe("a change of very many things", () => {
	const makeBareKeys = (agencyIds: readonly string[], each: number) =>
		world.owner.query(
			`insert into api_keys (agency_id, id, level, all_locations, title, title_folded, role, scopes, scope_count,
				secret_prefix, secret_last_four, created_at, created_by_name, updated_at)
			select a, gen_random_uuid(), 'AGENCY', true, 'Key ' || n, 'key ' || n, 'ADMIN', '{contacts.readonly}', 1,
				'lk_agy_', 'abcd', now(), 'Somebody', now() from unnest($1::uuid[]) a, generate_series(1, $2) n`,
			[agencyIds, each],
		);
	const makeBareAgencies = async (count: number) =>
		(
			await world.owner.query<{ id: string }>(
				`insert into agencies (id, slug, name, created_at)
				select gen_random_uuid(), gen_random_uuid(), 'Bare', now() from generate_series(1, $1) returning id`,
				[count],
			)
		).rows.map(({ id }) => id);
	const update = (table: string, column: string, ids: readonly string[]) =>
		world.owner.query(`update ${table} set updated_at = updated_at where ${column} = any($1)`, [ids]);

	test("names up to a hundred keys of an agency, and says so of the agency past that", async () => {
		const agencies = await makeBareAgencies(2);
		const [hundred = "", more = ""] = agencies;
		await makeBareKeys([hundred], 100);
		await makeBareKeys([more], 101);

		const told = await toldBy(() => update("api_keys", "agency_id", agencies));

		expect(told).toHaveLength(2);
		expect(told).toContainEqual({ kind: "agency", agencyId: more });
		const keys = told.find((change) => change.kind === "keys");
		expect(new Set(keys?.keyIds).size).toBe(100);
	});

	test("of a hundred agencies names each, and past that tells of everything", async () => {
		const agencies = await makeBareAgencies(101);
		const rename = (ids: readonly string[]) =>
			world.owner.query("update agencies set name = 'Renamed' where id = any($1)", [ids]);

		expect(await toldBy(() => rename(agencies.slice(1)))).toHaveLength(100);
		expect(await toldBy(() => rename(agencies))).toEqual([{ kind: "all" }]);
	});

	test("of keys of more than a hundred agencies tells of everything", async () => {
		const agencies = await makeBareAgencies(101);
		await makeBareKeys(agencies, 1);

		expect(await toldBy(() => update("api_keys", "agency_id", agencies))).toContainEqual({ kind: "all" });
	});
});

describe("emptying a table tells of everything:", () => {
	test.each(["key_credits", "key_locations", "key_secrets", "api_keys", "locations", "agencies"])(
		"%s",
		async (table) => {
			for (const kept of ["audit_events", "key_reviews", "key_review_items"]) {
				await world.owner.query(`alter table ${kept} disable trigger all`);
			}

			expect(await toldBy(() => world.owner.query(`truncate ${table} cascade`))).toContainEqual({
				kind: "all",
			});
		},
	);
});

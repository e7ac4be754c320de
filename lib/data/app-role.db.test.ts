import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { createKey } from "#lib/services/keys/create.ts";
import {
	contextFor,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	makePerson,
	storedKey,
} from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const app = new pg.Client({ connectionString: world.appUrl });

beforeAll(() => app.connect());
afterAll(() => app.end());

const refused = { code: "42501" };

describe("the app's login", () => {
	test("is bound by row-level security and may make neither roles nor databases", async () => {
		const { rows } = await app.query(
			`select bool_or(rolsuper) as super, bool_or(rolbypassrls) as bypasses, bool_or(rolcreaterole) as roles,
				bool_or(rolcreatedb) as databases, bool_or(rolreplication) as replicates
				from pg_roles where pg_has_role(current_user, oid, 'MEMBER')`,
		);

		expect(rows).toEqual([
			{ super: false, bypasses: false, roles: false, databases: false, replicates: false },
		]);
	});

	test("owns nothing, and is no member of the role that owns the engine's functions", async () => {
		const { rows } = await app.query(
			`select (select count(*)::int from pg_class where pg_has_role(current_user, relowner, 'MEMBER')) as tables,
				(select count(*)::int from pg_proc where pg_has_role(current_user, proowner, 'MEMBER')) as functions,
				(select count(*)::int from pg_namespace where pg_has_role(current_user, nspowner, 'MEMBER')) as schemas,
				pg_has_role(current_user, 'latchkey_engine', 'MEMBER') as engine`,
		);

		expect(rows).toEqual([{ tables: 0, functions: 0, schemas: 0, engine: false }]);
	});

	test.each([
		"create table public.mine (id int)",
		"create schema mine",
		"set role latchkey_engine",
		"alter table api_keys disable row level security",
		"drop policy tenant on api_keys",
		"alter table audit_events disable trigger all",
		"create or replace function latchkey_agency() returns uuid language sql as 'select null::uuid'",
		"select * from _prisma_migrations",
		"delete from api_keys",
		"insert into key_usage_hours values (gen_random_uuid(), gen_random_uuid(), now(), 'VALID', 1)",
		"update key_addresses set address = ''",
	])("may not: %s", async (statement) => {
		await expect(app.query(statement)).rejects.toMatchObject(refused);
	});

	test("uses only functions of ours that are bound to a search path when they act for somebody else", async () => {
		const { rows } = await app.query(
			`select proname as name, proconfig as config from pg_proc
				where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
		);

		expect(rows.map((row) => row.name)).toEqual([
			"latchkey_ask_instances",
			"latchkey_audit_heads",
			"latchkey_beat",
			"latchkey_due_runs",
			"latchkey_due_webhooks",
			"latchkey_find_form",
			"latchkey_find_invitation",
			"latchkey_follow_link",
			"latchkey_forget_calls",
			"latchkey_forget_instances",
			"latchkey_forget_notifications",
			"latchkey_forget_place_hours",
			"latchkey_forget_refusals",
			"latchkey_forget_signatures",
			"latchkey_key_in_trash",
			"latchkey_key_used_since",
			"latchkey_lease_credits",
			"latchkey_lease_windows",
			"latchkey_leave",
			"latchkey_list_agencies",
			"latchkey_purge_key",
			"latchkey_purge_token",
			"latchkey_read_secrets",
			"latchkey_read_shared_secrets",
			"latchkey_record_refusals",
			"latchkey_record_uses",
			"latchkey_return_credits",
			"latchkey_take_signature",
			"latchkey_unmailed_people",
			"latchkey_unwritten_instances",
			"latchkey_uses_written",
		]);
		for (const { config } of rows) expect(config).toContain("search_path=pg_catalog, public, pg_temp");
	});
});

describe("the audit log", () => {
	test.each(["update audit_events set action = 'x'", "delete from audit_events", "truncate audit_events"])(
		"refuses the app to: %s",
		async (statement) => {
			await expect(app.query(statement)).rejects.toMatchObject(refused);
		},
	);

	test.each(["update audit_events set action = 'x'", "delete from audit_events", "truncate audit_events"])(
		"refuses even the owner of the tables to: %s",
		async (statement) => {
			const agency = await makeAgency(world);
			await createKey(contextFor(world, agency, { role: "OWNER" }), keyFields(null));

			await expect(world.owner.query(statement)).rejects.toMatchObject(refused);
		},
	);
});

describe("the engine's functions", () => {
	test("lease no credits for a negative need, for another agency's id, or beyond what is there", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency, { credits: 5 });
		const lease = async (agencyId: string, needed: number) =>
			(
				await app.query(
					"select granted::int, remaining::int from latchkey_lease_credits($1, $2, $3, $3, $3)",
					[agencyId, key.id, needed],
				)
			).rows;

		await expect(lease(agency.id, -100)).rejects.toMatchObject({ code: "22023" });
		expect(await lease((await makeAgency(world)).id, 1)).toEqual([]);
		expect(await lease(agency.id, 6)).toEqual([{ granted: 0, remaining: 5 }]);
		expect(await lease(agency.id, 5)).toEqual([{ granted: 5, remaining: 0 }]);
	});

	test("take nothing away by what is given back", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency, { credits: 5 });

		await app.query("select latchkey_return_credits($1, $2, 1, -3)", [agency.id, key.id]);

		expect(await storedKey(world, key.id)).toMatchObject({ credits: 5 });
	});
});

describe("links between agencies", () => {
	test("cannot be stored, whoever writes them", async () => {
		const [ours, theirs] = [await makeAgency(world), await makeAgency(world)];
		const [ourLocation, theirLocation] = [await makeLocation(world, ours), await makeLocation(world, theirs)];
		const ourKey = await makeKey(world, ours);
		const person = await makePerson(world);
		const attempts: [string, unknown[]][] = [
			["insert into key_locations values ($1, $2, $3)", [ours.id, ourKey.id, theirLocation.id]],
			["insert into key_locations values ($1, $2, $3)", [theirs.id, ourKey.id, theirLocation.id]],
			[
				"insert into location_members values ($1, $2, $3, 'MANAGER', now())",
				[theirs.id, ourLocation.id, person.id],
			],
			[
				"update api_keys set level = 'LOCATION', all_locations = false, location_id = $2 where id = $1",
				[ourKey.id, theirLocation.id],
			],
			["insert into key_credits values ($1, $2, 5)", [theirs.id, ourKey.id]],
			["insert into key_addresses values ($1, $2, '203.0.113.7', now(), now())", [theirs.id, ourKey.id]],
			["insert into key_usage_hours values ($1, $2, now(), 'VALID', 1)", [theirs.id, ourKey.id]],
			[
				"insert into key_secrets values ($1, $2, $3, sha256('x'), 'p', now())",
				[theirs.id, newId(), ourKey.id],
			],
		];

		for (const [statement, values] of attempts) {
			await expect(world.owner.query(statement, values), statement).rejects.toMatchObject({ code: "23503" });
		}
	});

	test("would be refused because of the agency alone: the same links inside one agency are stored", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const key = await makeKey(world, agency);

		await world.owner.query("insert into key_locations values ($1, $2, $3)", [
			agency.id,
			key.id,
			location.id,
		]);
		await world.owner.query("insert into key_credits values ($1, $2, 5)", [agency.id, key.id]);
	});
});

describe("rows that no rule allows", () => {
	test.each([
		["a location key without a location", "level = 'LOCATION', all_locations = false"],
		["a key without a title", "title = ''"],
		["an external id of nothing", "external_id = ''"],
		["a list for what a program keeps", "meta = '[]'"],
		["a scope count that lies", "scope_count = 7"],
		["half a rate limit", "rate_limit_max = 5"],
		["a rate limit of nothing", "rate_limit_max = 0, rate_limit_seconds = 1"],
		["a title of 81 characters", "title = repeat('x', 81)"],
	])("cannot be stored: %s", async (_name, change) => {
		const key = await makeKey(world, await makeAgency(world));

		const update = world.owner.query(`update api_keys set ${change} where id = $1`, [key.id]);

		await expect(update).rejects.toMatchObject({ code: "23514" });
	});

	test("cannot be stored: credits below zero", async () => {
		const key = await makeKey(world, await makeAgency(world), { credits: 1 });

		const update = world.owner.query("update key_credits set remaining = -1 where key_id = $1", [key.id]);

		await expect(update).rejects.toMatchObject({ code: "23514" });
	});
});

import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { contextFor, keyFields, makeAgency, makeLocation, makePerson } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { leaseWindows } from "./quotas.ts";

const world = await testWorld();
const app = new pg.Client({ connectionString: world.appUrl });

/** The tables that name an agency, from the catalogue: a new one is tested without anybody thinking of it. */
const { rows: tenantTables } = await world.owner.query<{ name: string; forced: boolean; enabled: boolean }>(
	`select c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id'
		where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
);
const names = tenantTables.map((table) => table.name);

/** An agency with a row in every tenant table. */
async function populatedAgency() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const person = await makePerson(world);
	const { key } = await createKey(
		contextFor(world, agency, { role: "OWNER" }),
		keyFields(null, { allLocations: false, locationIds: [location.id], credits: 5 }),
	);
	await world.owner.query("insert into agency_members values ($1, $2, 'OWNER', now())", [
		agency.id,
		person.id,
	]);
	await world.owner.query("insert into location_members values ($1, $2, $3, 'VIEWER', now())", [
		agency.id,
		location.id,
		person.id,
	]);
	await world.owner.query(
		`select latchkey_record_uses(gen_random_uuid(), 1,
			jsonb_build_array(jsonb_build_object('agency_id', $1::uuid, 'key_id', $2::uuid, 'hour', now(), 'verdict',
				'VALID', 'uses', 1)),
			jsonb_build_array(jsonb_build_object('agency_id', $1::uuid, 'key_id', $2::uuid, 'address', '203.0.113.7',
				'client', '', 'first_at', now(), 'last_at', now())))`,
		[agency.id, key.id],
	);
	await world.owner.query("insert into agency_policies (agency_id, updated_at) values ($1, now())", [
		agency.id,
	]);
	await world.owner.query(
		`insert into shared_secrets (agency_id, id, version, sealed, kek_id, created_at, created_by_name)
			values ($1, gen_random_uuid(), 1, '', '', now(), '')`,
		[agency.id],
	);
	await world.owner.query(
		"insert into seen_signatures values ($1::uuid, sha256($1::uuid::text::bytea), now())",
		[agency.id],
	);
	await world.owner.query(
		`insert into invitations (agency_id, id, email, agency_role, token_digest, invited_by_id, invited_by_name,
			created_at, sent_at, expires_at)
			values ($1::uuid, gen_random_uuid(), 'x@example.test', 'MEMBER', sha256($1::uuid::text::bytea), $2, '', now(), now(), now())`,
		[agency.id, person.id],
	);
	await world.owner.query(
		`with ids as (select $1::uuid as agency, gen_random_uuid() as id),
		uses as (insert into key_secret_uses select agency, id, '', $2::uuid, 1, now(), '' from ids),
		scope_uses as (insert into key_scope_uses select agency, $2::uuid, 'contacts.write', now() from ids),
		refusals as (insert into key_refusals select agency, $2::uuid, '', 'REVOKED', '', '', null, '', now() from ids),
		countdowns as (insert into key_countdowns (agency_id, key_id, kind, basis, ends_at)
			select agency, $2::uuid, 'EXPIRY', now(), now() from ids),
		notes as (insert into notifications (agency_id, id, user_id, kind, occasion, key_id, detail, created_at)
			select agency, id, $3::uuid, 'key.leaked', '', $2::uuid, '{}', now() from ids),
		endpoints as (insert into webhook_endpoints (agency_id, id, url, events, created_at, created_by_name, updated_at)
			select agency, id, 'https://example.test', '{}', now(), '', now() from ids),
		events as (insert into webhook_events (agency_id, id, type, subject_id, data, created_at)
			select agency, id, 'key.created', '', '{}', now() from ids),
		deliveries as (insert into webhook_deliveries (agency_id, id, endpoint_id, event_id, subject_id, next_at, created_at)
			select agency, id, id, id, '', now(), now() from ids),
		attempts as (insert into webhook_attempts (agency_id, id, delivery_id, at, ms) select agency, id, id, now(), 1 from ids)
		insert into first_steps_ends select agency, $3::uuid, now() from ids`,
		[agency.id, key.id, person.id],
	);
	await world.owner.query(
		`with ids as (select $1::uuid as agency, $2::uuid as location, gen_random_uuid() as id),
		contacts as (insert into contacts (agency_id, location_id, id, created_at, updated_at)
			select agency, location, id, now(), now() from ids),
		fields as (insert into custom_fields (agency_id, location_id, id, name, field_key, data_type, created_at)
			select agency, location, id, '', '', 'TEXT', now() from ids),
		kept_values as (insert into location_values (agency_id, location_id, id, name, field_key, value, created_at, updated_at)
			select agency, location, id, '', '', '', now(), now() from ids),
		tags as (insert into tags (agency_id, location_id, id, name, created_at)
			select agency, location, id, '', now() from ids),
		forms as (insert into forms (agency_id, location_id, id, name, fields, created_at, updated_at)
			select agency, location, id, '', '[]', now(), now() from ids),
		submissions as (insert into form_submissions (agency_id, location_id, id, form_id, answers, page, created_at)
			select agency, location, id, id, '{}', '{}', now() from ids),
		links as (insert into trigger_links (agency_id, location_id, id, slug, name, redirect_to, created_at, updated_at)
			select agency, location, id, id::text, '', '', now(), now() from ids),
		clicks as (insert into link_clicks (agency_id, id, link_id, address, client, clicked_at)
			select agency, id, id, '', '', now() from ids),
		workflows as (insert into workflows (agency_id, location_id, id, name, trigger, steps, created_at, updated_at)
			select agency, location, id, '', '{}', '[]', now(), now() from ids),
		runs as (insert into workflow_runs (agency_id, location_id, id, workflow_id, contact_id, occasion, started_by, steps,
			started_at) select agency, location, id, id, id, '', '', '[]', now() from ids),
		history as (insert into workflow_run_steps (agency_id, id, run_id, position, kind, outcome, at)
			select agency, id, id, 0, '', 'DONE', now() from ids)
		insert into idempotent_calls (agency_id, key_id, digest, request_digest, created_at)
			select agency, $3::uuid, '', '', now() from ids`,
		[agency.id, location.id, key.id],
	);
	await world.owner.query(
		`with labels as (insert into key_labels values ($1, $2, 'x', 'x', false, null))
		insert into saved_views values ($1, gen_random_uuid(), $3, null, 'x', 'x', '', now())`,
		[agency.id, key.id, person.id],
	);
	await world.owner.query(
		`with ids as (select $1::uuid as agency, gen_random_uuid() as id),
		reviews as (insert into key_reviews select agency, id, null, now(), '', now(), id, '', '', 0, 0, '{}', '{}', '' from ids)
		insert into key_review_items select agency, id, 1, now(), $2::uuid, '', '', '{}', '' from ids`,
		[agency.id, key.id],
	);
	await leaseWindows(world.database, [
		{ agencyId: agency.id, keyId: key.id, startsAt: Date.now(), seconds: 60, max: 5, already: 0, wanted: 1 },
	]);
	return { agency, location, person, key };
}

const ours = await populatedAgency();
const theirs = await populatedAgency();

beforeAll(() => app.connect());
afterAll(() => app.end());

/** Runs as the app inside a transaction that speaks for an agency or a person, and takes it back. */
async function asApp<T>(viewpoint: { agency?: string; person?: string }, work: () => Promise<T>): Promise<T> {
	await app.query("begin");
	try {
		await app.query(
			"select set_config('latchkey.agency_id', $1, true), set_config('latchkey.person_id', $2, true)",
			[viewpoint.agency ?? "", viewpoint.person ?? ""],
		);
		return await work();
	} finally {
		await app.query("rollback");
	}
}

const countIn = async (table: string, where = "true", values: unknown[] = []) =>
	Number((await app.query(`select count(*) from ${table} where ${where}`, values)).rows[0].count);

test("every table with an agency_id has row-level security that binds its owner too", () => {
	expect(names).toEqual(expect.arrayContaining(["api_keys", "audit_events", "key_secrets", "locations"]));
	expect(tenantTables.filter((table) => !table.forced || !table.enabled)).toEqual([]);
});

test("every table is a tenant's, or is known not to be", async () => {
	const { rows } = await world.owner.query(
		"select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
	);

	const others = rows.map((row) => row.name).filter((name) => !names.includes(name));
	expect(others.sort()).toEqual([
		"_prisma_migrations",
		"agencies",
		"engine_instances",
		"installation",
		"job_runs",
		"job_slots",
		"notification_settings",
		"one_time_tokens",
		"recovery_codes",
		"retired_audit_keys",
		"second_factors",
		"sessions",
		"usage_writers",
		"users",
	]);
});

/** Nobody but the engine has to do with these. */
const ENGINE_TABLES = ["rate_windows", "seen_signatures"];
const readable = names.filter((name) => !ENGINE_TABLES.includes(name));

test.each([...ENGINE_TABLES, "engine_instances", "usage_writers"])(
	"the app may neither read nor write %s but by the engine's functions",
	async (table) => {
		const { rows } = await app.query(
			"select has_any_column_privilege($1, 'select,insert,update') or has_table_privilege($1, 'delete,truncate') as may",
			[table],
		);

		expect(rows).toEqual([{ may: false }]);
	},
);

describe.each([...readable, "agencies"])("rows of %s", (table) => {
	const column = table === "agencies" ? "id" : "agency_id";

	test("are there to be seen by their own agency", async () => {
		await asApp({ agency: ours.agency.id, person: ours.person.id }, async () => {
			expect(await countIn(table)).toBeGreaterThan(0);
			expect(await countIn(table, `${column} <> $1`, [ours.agency.id])).toBe(0);
		});
	});

	test("are not seen without a tenant, nor by another agency", async () => {
		expect(await countIn(table)).toBe(0);
		await asApp({ agency: newId() }, async () => expect(await countIn(table)).toBe(0));
		await asApp({ agency: theirs.agency.id }, async () =>
			expect(await countIn(table, `${column} = $1`, [ours.agency.id])).toBe(0),
		);
	});

	test("cannot be changed or deleted by another agency", async () => {
		const attempt = (statement: string) =>
			asApp({ agency: theirs.agency.id }, () =>
				app.query(statement, [ours.agency.id]).then(
					(result) => result.rowCount,
					(error) => error.code,
				),
			);

		for (const statement of [
			`update ${table} set ${column} = ${column} where ${column} = $1`,
			`delete from ${table} where ${column} = $1`,
		]) {
			expect([0, "42501"], statement).toContain(await attempt(statement));
		}
	});

	test("cannot be made for another agency", async () => {
		const { rows } = await world.owner.query(
			`select string_agg(quote_ident(column_name), ', ') as columns,
				(select to_jsonb(t) from ${table} t where ${column} = $2 limit 1) as row
				from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
			[table, ours.agency.id],
		);
		const { columns, row } = rows[0];

		const insertion = asApp({ agency: theirs.agency.id }, () =>
			app.query(
				`insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
				[JSON.stringify(row)],
			),
		);

		await expect(insertion).rejects.toMatchObject({ code: "42501" });
	});
});

test("a row cannot be handed over to another agency", async () => {
	const move = asApp({ agency: ours.agency.id }, () =>
		app.query("update key_credits set agency_id = $1", [theirs.agency.id]),
	);

	await expect(move).rejects.toMatchObject({ code: "42501" });
});

test("the tenant of one transaction does not stay on the connection for the next", async () => {
	await asApp({ agency: ours.agency.id }, async () => expect(await countIn("api_keys")).toBe(1));

	expect(await countIn("api_keys")).toBe(0);
});

test("a person without a tenant sees their own memberships, agencies, locations and notifications, and no keys", async () => {
	await asApp({ person: ours.person.id }, async () => {
		expect((await app.query("select user_id from agency_members")).rows).toEqual([
			{ user_id: ours.person.id },
		]);
		expect((await app.query("select user_id from location_members")).rows).toEqual([
			{ user_id: ours.person.id },
		]);
		expect((await app.query("select id from agencies")).rows).toEqual([{ id: ours.agency.id }]);
		expect((await app.query("select user_id from notifications")).rows).toEqual([
			{ user_id: ours.person.id },
		]);
		expect((await app.query("select id from locations")).rows).toEqual([{ id: ours.location.id }]);
		for (const table of readable.filter((name) => !/_members$|^notifications$|^locations$/.test(name))) {
			expect(await countIn(table)).toBe(0);
		}
	});
});

import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { whenDone } from "#lib/testing/when-done.ts";
import { anotherDatabase } from "#lib/testing/world.ts";
import { prepareDatabase } from "./database.ts";

const name = `latchkey_prepare_${randomBytes(6).toString("hex")}`;
const secret = randomBytes(48).toString("base64");
const migrationsDir = path.join(import.meta.dirname, "../prisma/migrations");
const migrations = readdirSync(migrationsDir, {
	withFileTypes: true,
})
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name)
	.sort();

const { adminUrl } = inject("testTemplate");
const migrateUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;

async function ask<T extends pg.QueryResultRow>(url: string, statement: string) {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query<T>(statement)).rows;
	} finally {
		await client.end();
	}
}

beforeAll(() => ask(adminUrl, `create database ${name}`));
afterAll(async () => {
	await ask(adminUrl, `drop database if exists ${name} with (force)`);
	await ask(adminUrl, `drop role if exists ${name}_login`);
});

describe("preparing an empty database", () => {
	test("three processes that start together migrate it once", async () => {
		const prepared = await Promise.all([1, 2, 3].map(() => prepareDatabase({ migrateUrl, secret })));

		expect(prepared.flatMap(({ applied }) => applied).sort()).toEqual(migrations);
		const rows = await ask<{ migration_name: string }>(
			migrateUrl,
			"select migration_name from _prisma_migrations where finished_at is not null order by 1",
		);
		expect(rows.map((row) => row.migration_name)).toEqual(migrations);
	});

	test("a second start finds nothing to do and the same login", async () => {
		const [first, second] = [
			await prepareDatabase({ migrateUrl, secret }),
			await prepareDatabase({ migrateUrl, secret }),
		];

		expect(second).toEqual({ appUrl: first.appUrl, applied: [] });
	});

	test("the application's login signs in, owns nothing and cannot pass the walls", async () => {
		const { appUrl } = await prepareDatabase({ migrateUrl, secret });

		const [role] = await ask(
			appUrl,
			"select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user",
		);
		expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
		const owned = await ask(
			appUrl,
			"select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)",
		);
		expect(owned).toEqual([]);
	});

	test("a login that could pass the walls is refused", async () => {
		await expect(prepareDatabase({ migrateUrl, appUrl: migrateUrl, secret })).rejects.toThrow(
			/bypasses row-level security/,
		);
	});
});

/** A database at the state before a migration, whose owner is no superuser, as operators are told to make one. */
async function databaseBefore(migration: string) {
	const [owner, database] = [`${name}_owner`, `${name}_before`];
	await ask(adminUrl, `create role ${owner} login password 'owner' createrole`);
	await ask(
		adminUrl,
		`grant latchkey_app, latchkey_engine to ${owner} with admin true, inherit false, set true`,
	);
	await ask(adminUrl, `create database ${database} owner ${owner}`);
	const earlier = mkdtempSync(path.join(tmpdir(), "latchkey-migrations-"));
	whenDone(async () => {
		rmSync(earlier, { recursive: true });
		await ask(adminUrl, `drop database ${database} with (force)`);
		await ask(adminUrl, `drop role if exists ${database}_login`);
		await ask(adminUrl, `drop role ${owner}`);
	});
	cpSync(migrationsDir, earlier, {
		recursive: true,
		filter: (from) => {
			const folder = path.relative(migrationsDir, from).split(path.sep)[0] ?? "";
			return folder < migration || !/^\d/.test(folder);
		},
	});
	const asAdmin = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
	const asOwner = Object.assign(new URL(asAdmin), { username: owner, password: "owner" }).href;
	const { appUrl } = await prepareDatabase({ migrateUrl: asOwner, secret, migrationsDir: earlier });
	return { asAdmin, asOwner, appUrl };
}

test("an owner who is no superuser takes what keys were used for into the counts of places", async () => {
	const { asAdmin, asOwner, appUrl } = await databaseBefore("20261122040000_overview");
	const world = {
		database: anotherDatabase(appUrl),
		owner: new pg.Pool({ connectionString: asAdmin }),
		appUrl,
	};
	whenDone(() => world.owner.end());
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	for (const key of [await makeKey(world, agency), await makeKey(world, agency, { location })]) {
		await world.owner.query("insert into key_usage_hours values ($1, $2, now(), 'VALID', 3)", [
			agency.id,
			key.id,
		]);
		await world.owner.query("insert into key_usage_days values ($1, $2, now(), 'VALID', 4)", [
			agency.id,
			key.id,
		]);
	}

	await prepareDatabase({ migrateUrl: asOwner, secret });

	const sums = await ask(
		asAdmin,
		`select place_id, (select sum(uses)::int from place_usage_hours h where h.place_id = d.place_id) as hours,
			sum(uses)::int as days from place_usage_days d group by 1 order by 3 desc`,
	);
	expect(sums).toEqual([
		{ place_id: agency.id, hours: 6, days: 8 },
		{ place_id: location.id, hours: 3, days: 4 },
	]);
});

test("a database that does not answer is named without its password", async () => {
	const away = "postgresql://somebody:a-password@127.0.0.1:9/latchkey";

	const refusal = await prepareDatabase({ migrateUrl: away, secret }).catch((error: Error) => error.message);

	expect(refusal).toMatch(/127\.0\.0\.1.*9/);
	expect(refusal).toMatch(/DATABASE_URL/);
	expect(refusal).not.toContain("a-password");
});

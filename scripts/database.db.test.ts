import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { prepareDatabase } from "./database.ts";

const name = `latchkey_prepare_${randomBytes(6).toString("hex")}`;
const secret = randomBytes(48).toString("base64");
const migrations = readdirSync(path.join(import.meta.dirname, "../prisma/migrations"), {
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

test("a database that does not answer is named without its password", async () => {
	const away = "postgresql://somebody:a-password@127.0.0.1:9/latchkey";

	const refusal = await prepareDatabase({ migrateUrl: away, secret }).catch((error: Error) => error.message);

	expect(refusal).toMatch(/127\.0\.0\.1.*9/);
	expect(refusal).toMatch(/DATABASE_URL/);
	expect(refusal).not.toContain("a-password");
});

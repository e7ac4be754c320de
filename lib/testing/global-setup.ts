import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../../scripts/database.ts";
import { startEphemeralPostgres } from "../../scripts/postgres.ts";
import { ensurePrismaClient } from "../../scripts/prisma-client.ts";

/** Where test files clone their databases from. */
export type TestTemplate = { adminUrl: string; templateUrl: string; templateAppUrl: string };

declare module "vitest" {
	export interface ProvidedContext {
		testTemplate: TestTemplate;
	}
}

/** Migrates one database that every test file clones. Brings a PostgreSQL of its own unless one is named. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const own = process.env.TEST_DATABASE_URL ? undefined : await startEphemeralPostgres();
	const adminUrl = process.env.TEST_DATABASE_URL ?? own?.url ?? "";
	try {
		const [template] = await Promise.all([makeTemplate(adminUrl), ensurePrismaClient()]);
		project.provide("testTemplate", { adminUrl, ...template });
		return async () => {
			await removeTemplate(adminUrl, template);
			await own?.stop();
		};
	} catch (error) {
		await own?.stop();
		throw error;
	}
}

async function makeTemplate(adminUrl: string) {
	const name = `latchkey_template_${randomBytes(4).toString("hex")}`;
	await asAdmin(adminUrl, `create database ${name}`);
	const templateUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
	const { appUrl } = await prepareDatabase({
		migrateUrl: templateUrl,
		secret: randomBytes(48).toString("base64"),
	});
	return { templateUrl, templateAppUrl: appUrl };
}

async function removeTemplate(adminUrl: string, template: Omit<TestTemplate, "adminUrl">): Promise<void> {
	await asAdmin(
		adminUrl,
		`drop database ${new URL(template.templateUrl).pathname.slice(1)} with (force)`,
		`drop role ${new URL(template.templateAppUrl).username}`,
	);
}

async function asAdmin(adminUrl: string, ...statements: string[]): Promise<void> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}

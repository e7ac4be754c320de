import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

export type TestDatabase = {
	/** As the app sees it: row-level security applies. */
	appUrl: string;
	/** As the owner of the tables, for arranging what the app may not. */
	ownerUrl: string;
};

/**
 * A migrated, empty database for the test file that calls this at its top, dropped when the file is done:
 * `const { appUrl, ownerUrl } = await testDatabase();`
 * It is also what `env().DATABASE_URL` says from then on.
 */
export async function testDatabase(): Promise<TestDatabase> {
	const { adminUrl, templateUrl, templateAppUrl } = inject("testTemplate");
	const name = `latchkey_test_${randomBytes(6).toString("hex")}`;
	const named = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

	await asAdmin(adminUrl, `create database ${name} template ${new URL(templateUrl).pathname.slice(1)}`);
	afterAll(() => drop(adminUrl, name));

	const appUrl = named(templateAppUrl);
	process.env.DATABASE_URL = appUrl;
	return { appUrl, ownerUrl: named(templateUrl) };
}

const OBJECT_IN_USE = "55006";

/**
 * Without force, PostgreSQL waits a few seconds for connections that are just being closed; cutting those would
 * surface as errors that no test is to blame for. Only one that is still there then is cut.
 */
async function drop(adminUrl: string, name: string): Promise<void> {
	try {
		await asAdmin(adminUrl, `drop database ${name}`);
	} catch (error) {
		if ((error as { code?: string }).code !== OBJECT_IN_USE) throw error;
		await asAdmin(adminUrl, `drop database ${name} with (force)`);
	}
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: adminUrl });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}

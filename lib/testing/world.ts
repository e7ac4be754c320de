import pg from "pg";
import { afterAll } from "vitest";
import { type Database, openDatabase } from "#lib/data/client.ts";
import { testDatabase } from "./database.ts";
import { whenDone } from "./when-done.ts";

/** A database of the test file's own, from both sides. */
export type World = {
	/** As the app works with it: row-level security applies. */
	database: Database;
	/** As the owner of the tables: for arranging, and for seeing what is really there. */
	owner: pg.Pool;
	appUrl: string;
};

const POOL_MAX = 10;

/** Opens a {@link World} for the test file that calls this at its top, closed when the file is done. */
export async function testWorld(): Promise<World> {
	const { appUrl, ownerUrl } = await testDatabase();
	const database = openDatabase(appUrl, POOL_MAX);
	const owner = new pg.Pool({ connectionString: ownerUrl, max: 3 });
	afterAll(async () => {
		await database.db.$disconnect();
		await Promise.all([database.close(), owner.end()]);
	});
	return { database, owner, appUrl };
}

/** The database once more, as another process sees it, closed when whoever opened it is done. */
export function anotherDatabase(url: string): Database {
	const database = openDatabase(url, 2);
	whenDone(() => database.close());
	return database;
}

/** A database that nobody serves: nothing listens on the discard port of this machine. */
export function unreachableDatabase(): Database {
	return anotherDatabase("postgresql://nobody:nothing@127.0.0.1:9/none");
}

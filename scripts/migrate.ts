import { prepareDatabase } from "./database.ts";
import { loadEnvFile, parse } from "./launch/settings.ts";
import { Refusal } from "./processes.ts";
import { runAsProgram } from "./program.ts";

/** Prepares the database that DATABASE_URL names, for installations that do so apart from starting the server. */
await runAsProgram(async () => {
	loadEnvFile();
	const { DATABASE_URL, DATABASE_MIGRATE_URL, LATCHKEY_SECRET } = parse(process.env);
	if (!DATABASE_URL)
		throw new Refusal("npm run migrate needs DATABASE_URL; npm start migrates its own database.");
	if (!LATCHKEY_SECRET?.[0])
		throw new Refusal("npm run migrate needs the LATCHKEY_SECRET of the installation.");
	const { applied } = await prepareDatabase({
		migrateUrl: DATABASE_MIGRATE_URL ?? DATABASE_URL,
		appUrl: DATABASE_MIGRATE_URL && DATABASE_URL,
		secret: LATCHKEY_SECRET[0],
	});
	console.log(applied.length === 0 ? "The database is up to date." : `Migrated: ${applied.join(", ")}`);
	return 0;
});

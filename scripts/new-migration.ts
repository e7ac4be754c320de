import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readMigrations } from "./database/migrations.ts";
import { openOfflineSchemaEngine } from "./database/schema-engine.ts";
import { messageOf, Refusal } from "./processes.ts";
import { runAsProgram } from "./program.ts";

const ROOT = join(import.meta.dirname, "..");
const SCHEMA = join(ROOT, "prisma/schema.prisma");
const MIGRATIONS_DIR = join(ROOT, "prisma/migrations");
const DIFFERENT = 2;

/**
 * Writes the next migration from the difference between the schema and the copy of it that lies beside the last
 * migration. Comparing two files needs no database; `--check` only tells by exit code 2 that they differ.
 */
await runAsProgram(async (args) => {
	const before = readMigrations(MIGRATIONS_DIR).at(-1)?.name;
	const sql = await difference(before && join(MIGRATIONS_DIR, before, "schema.prisma"));
	if (args.includes("--check")) {
		if (sql === undefined) return 0;
		console.error("prisma/schema.prisma differs from the last migration. Run: npm run migration:new <name>");
		return DIFFERENT;
	}

	const name = args
		.join(" ")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "_")
		.replaceAll(/^_|_$/g, "");
	if (name === "")
		throw new Refusal("Say in words what the migration does: npm run migration:new add key notes");
	const dirName = `${stampAfter(before)}_${name}`;
	const dir = join(MIGRATIONS_DIR, dirName);
	mkdirSync(dir, { recursive: true });
	writeFileSync(
		join(dir, "migration.sql"),
		sql ?? "-- The schema is unchanged; write the statements here.\n",
	);
	copyFileSync(SCHEMA, join(dir, "schema.prisma"));
	console.log(`Wrote ${relative(ROOT, dir)}. Read migration.sql before you use it.`);
	return 0;
});

/** Migrations run in the order of their names, so the next one is never dated before the last. */
function stampAfter(before: string | undefined): string {
	const now = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
	const last = before?.slice(0, 14) ?? "";
	return last < now ? now : String(Number(last) + 1);
}

async function difference(beforeFile: string | undefined): Promise<string | undefined> {
	const datamodel = (file: string) => ({
		tag: "schemaDatamodel" as const,
		files: [{ path: "schema.prisma", content: readFileSync(file, "utf8") }],
	});
	const engine = await openOfflineSchemaEngine();
	const { exitCode, stdout } = await engine
		.diff({
			from: beforeFile ? datamodel(beforeFile) : { tag: "empty" },
			to: datamodel(SCHEMA),
			script: true,
			exitCode: true,
			filters: { externalTables: [], externalEnums: [] },
		})
		.catch((error: unknown) => {
			throw new Refusal(messageOf(error));
		});
	return exitCode === DIFFERENT ? (stdout ?? "") : undefined;
}

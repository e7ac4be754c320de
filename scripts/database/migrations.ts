import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ApplyMigrationsInput } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { hasCode, messageOf, Refusal } from "../processes.ts";
import { openSchemaEngine } from "./schema-engine.ts";

export type Migration = { name: string; sql: string };

type Applied = { migration_name: string; checksum: string };

const UNDEFINED_TABLE = "42P01";

export function readMigrations(migrationsDir: string): Migration[] {
	if (!existsSync(migrationsDir)) return [];
	return readdirSync(migrationsDir, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => ({ name, sql: readFileSync(join(migrationsDir, name, "migration.sql"), "utf8") }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Brings the database to the last migration of the folder. Returns the names of those that it ran. */
export async function migrate(url: string, migrationsDir: string): Promise<string[]> {
	const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
	pool.on("error", () => {});
	try {
		const migrations = readMigrations(migrationsDir);
		const done = await countDone(pool, migrations);
		const open = migrations.slice(done);
		if (open.length === 0) return [];

		const runner = new Runner(pool);
		const engine = await openSchemaEngine(pool, (sql) => runner.script(sql));
		for (const [index, migration] of open.entries()) {
			const reached = migrations.slice(0, done + index + 1);
			await runner.run(migration, () => engine.applyMigrations(inputOf(migrationsDir, reached)));
		}
		return open.map(({ name }) => name);
	} finally {
		await pool.end();
	}
}

/**
 * A migration and its row in `_prisma_migrations` are kept together or not at all, so a start that is killed
 * half way is simply begun again. Only an index built CONCURRENTLY refuses to be in a transaction.
 */
class Runner {
	readonly #pool: pg.Pool;
	#atomic = true;
	#failure: unknown;

	constructor(pool: pg.Pool) {
		this.#pool = pool;
	}

	async run(migration: Migration, apply: () => Promise<unknown>): Promise<void> {
		this.#atomic = !/\bindex\s+concurrently\b/i.test(migration.sql);
		try {
			if (this.#atomic) await this.#pool.query("begin");
			await apply();
			if (this.#atomic) await this.#pool.query("commit");
		} catch (error) {
			if (this.#atomic) await this.#pool.query("rollback").catch(() => {});
			const kept = this.#atomic ? "Nothing of it was kept." : "A part of it may remain.";
			throw new Refusal(`The migration ${migration.name} failed: ${explain(this.#failure ?? error)} ${kept}`);
		}
	}

	/** The engine goes on talking to the database after a failure, which an aborted transaction would not allow. */
	async script(sql: string): Promise<void> {
		try {
			if (this.#atomic) await this.#pool.query("savepoint script");
			await this.#pool.query(sql);
		} catch (error) {
			this.#failure = error;
			if (this.#atomic) await this.#pool.query("rollback to savepoint script");
			throw error;
		}
	}
}

function explain(error: unknown): string {
	const { detail, hint } = error as { detail?: string; hint?: string };
	return [messageOf(error), detail, hint]
		.filter((part) => part !== undefined)
		.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
		.join(" ");
}

/** How many of the folder's migrations the database has had. Refuses a history that is not the folder's. */
async function countDone(pool: pg.Pool, migrations: Migration[]): Promise<number> {
	const applied = await readApplied(pool);
	for (const [index, row] of applied.entries()) {
		const migration = migrations[index];
		if (migration?.name !== row.migration_name) {
			throw new Refusal(
				`The database has had the migration ${row.migration_name}, which prisma/migrations does not have there: ` +
					"a newer or another Latchkey has used it. Start that one, or use another database.",
			);
		}
		if (checksum(migration.sql) !== row.checksum) {
			throw new Refusal(
				`prisma/migrations/${migration.name}/migration.sql has been edited since the database had it. ` +
					"Restore the file and write the change as a new migration.",
			);
		}
	}
	return applied.length;
}

async function readApplied(pool: pg.Pool): Promise<Applied[]> {
	try {
		const { rows } = await pool.query<Applied & { finished_at: Date | null }>(
			`select migration_name, checksum, finished_at from _prisma_migrations
			where rolled_back_at is null order by migration_name collate "C"`,
		);
		const unfinished = rows.find((row) => row.finished_at === null);
		if (unfinished) {
			throw new Refusal(
				`The migration ${unfinished.migration_name} was begun by another program and never finished. ` +
					"See what is there of it, then mark it with: npx prisma migrate resolve",
			);
		}
		return rows;
	} catch (error) {
		if (hasCode(error, UNDEFINED_TABLE)) return [];
		throw error;
	}
}

/** As Prisma computes it. */
const checksum = (sql: string) => createHash("sha256").update(sql).digest("hex");

const inputOf = (baseDir: string, migrations: Migration[]): ApplyMigrationsInput => ({
	migrationsList: {
		baseDir,
		lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
		shadowDbInitScript: "",
		migrationDirectories: migrations.map(({ name, sql }) => ({
			path: name,
			migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
		})),
	},
	filters: { externalTables: [], externalEnums: [] },
});

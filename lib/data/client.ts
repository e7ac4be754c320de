import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/config/env.ts";
import { processWide } from "#lib/config/process-wide.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

export type Db = PrismaClient;
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/** One pool under the application's login, shared by Prisma and the verification look-up. */
export function openDatabase(url: string, poolMax: number) {
	const pool = new pg.Pool({
		connectionString: url,
		max: poolMax,
		connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		application_name: "latchkey",
	});
	// An idle connection that the database closes is replaced on next use; without a listener it would end the process.
	pool.on("error", () => {});
	return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

export type Database = ReturnType<typeof openDatabase>;

/** The process's database. Opened on first use. */
export function database(): Database {
	return processWide("database", () => {
		const { DATABASE_URL, DATABASE_POOL_MAX } = env();
		if (!DATABASE_URL) throw new Error("DATABASE_URL is not set");
		return openDatabase(DATABASE_URL, DATABASE_POOL_MAX);
	});
}

/** Whether the database answers at all, within the time it takes to get a connection. */
export async function pingDatabase({ pool }: Database) {
	try {
		await pool.query("select 1");
		return true;
	} catch {
		return false;
	}
}

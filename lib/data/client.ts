import { setTimeout as delay } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/config/env.ts";
import { processWide } from "#lib/config/process-wide.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { ChangeChannel } from "./changes/change-channel.ts";

export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 15_000;
const CLOSE_MS_MAX = 1_000;
/** A database that took a statement and says nothing for this long counts as gone. */
const SILENCE_MS_MAX = 16_000;
/** The same for the engine, whose callers wait: one look-up by index. */
const ENGINE_SILENCE_MS_MAX = 1_000;
const ENGINE_POOL_MAX = 4;
const QUOTA_POOL_MAX = 3;
/** Two of them listen. */
const QUEUE_POOL_MAX = 5;

/**
 * A connection that the database closes says so by an event, and again by the statement that it was asked. Nobody listens
 * to the event while the connection changes hands, and without a listener it would end the process.
 */
class Connection extends pg.Client {
	constructor(config?: string | pg.ClientConfig) {
		super(config);
		this.on("error", () => {});
	}
}

type PoolLimits = { name: string; max: number; connectMs: number; silenceMs: number };

function openPool(url: string, { name, max, connectMs, silenceMs }: PoolLimits) {
	const pool = new pg.Pool({
		Client: Connection,
		connectionString: url,
		application_name: name,
		max,
		connectionTimeoutMillis: connectMs,
		statement_timeout: STATEMENT_TIMEOUT_MS,
		query_timeout: silenceMs,
	});
	// The same of an idle one, which is replaced on next use.
	pool.on("error", () => {});
	return pool;
}

/**
 * Three pools under the application's login: one for pages and actions; a small one for the engine's look-ups, so that
 * verification never waits behind people's work; and one for quotas and meters, which may wait for each other. The
 * channel of changes has a connection of its own once it is started. The job queue's worker opens and ends a pool of its own.
 */
export function openDatabase(url: string, poolMax: number) {
	const people = { connectMs: CONNECT_TIMEOUT_MS, silenceMs: SILENCE_MS_MAX };
	const callers = { connectMs: ENGINE_SILENCE_MS_MAX, silenceMs: ENGINE_SILENCE_MS_MAX };
	const pool = openPool(url, { name: "latchkey", max: poolMax, ...people });
	const enginePool = openPool(url, { name: "latchkey engine", max: ENGINE_POOL_MAX, ...callers });
	const quotaPool = openPool(url, { name: "latchkey quotas", max: QUOTA_POOL_MAX, ...callers });
	const db = new PrismaClient({ adapter: new PrismaPg(pool) });
	const changes = new ChangeChannel(url, enginePool);
	const openQueuePool = () => openPool(url, { name: "latchkey jobs", max: QUEUE_POOL_MAX, ...people });
	const disconnect = async () => {
		await db.$disconnect();
		await Promise.all([pool, enginePool, quotaPool].map((one) => one.ended || one.end()));
	};
	/** Waits for statements that run, but not for long: one of a job that was given up may have most of its time before it. */
	const close = async () => {
		await changes.stop();
		await Promise.race([disconnect(), delay(CLOSE_MS_MAX, undefined, { ref: false })]);
	};
	return { db, enginePool, quotaPool, changes, openQueuePool, close };
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

/** Whether the database answers the engine in time. */
export async function pingDatabase({ enginePool }: Database) {
	try {
		await enginePool.query("select 1");
		return true;
	} catch {
		return false;
	}
}

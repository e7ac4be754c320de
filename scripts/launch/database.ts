import pg from "pg";
import { type PreparedDatabase, prepareDatabase } from "../database.ts";
import { type RunningPostgres, startPostgres } from "../postgres.ts";
import { Refusal } from "../processes.ts";
import { isHalfFilled } from "./demo.ts";
import type { Settings } from "./settings.ts";
import type { Shutdown } from "./shutdown.ts";

export type Database = PreparedDatabase & {
	ownerUrl: string;
	/** Ours alone, not one that DATABASE_URL names. */
	isOwn: boolean;
	failed: Promise<never>;
};

type Progress = { begin: (name: string) => (result?: string) => void };

const never = new Promise<never>(() => {});

/** The PostgreSQL that DATABASE_URL names, or one of our own in the data folder, with roles and migrations. */
export async function openDatabase(
	shutdown: Shutdown,
	progress: Progress,
	settings: Settings,
): Promise<Database> {
	const own = settings.DATABASE_URL ? undefined : await startOwn(shutdown, progress, settings);
	const ownerUrl = own?.url ?? settings.DATABASE_MIGRATE_URL ?? settings.DATABASE_URL ?? "";
	if (own && (await isHalfFilled(own.url))) await startOver(own.url);

	const done = progress.begin("preparing the database");
	const prepared = await prepareDatabase({
		migrateUrl: ownerUrl,
		appUrl: settings.DATABASE_MIGRATE_URL && settings.DATABASE_URL,
		secret: settings.newestSecret,
	});
	const { length } = prepared.applied;
	done(
		length === 0 ? "database up to date" : `database migrated, ${length} ${length === 1 ? "step" : "steps"}`,
	);
	return {
		...prepared,
		ownerUrl,
		isOwn: own !== undefined,
		failed: own ? whenEnded(own, settings.dataDir) : never,
	};
}

async function startOwn(
	shutdown: Shutdown,
	progress: Progress,
	{ dataDir }: Settings,
): Promise<RunningPostgres> {
	const done = progress.begin("starting PostgreSQL");
	const own = await startPostgres({ dataDir });
	await shutdown.hold(own.stop, own.kill);
	done("PostgreSQL running");
	return own;
}

function whenEnded(own: RunningPostgres, dataDir: string): Promise<never> {
	const failed = own.exited.then(() => {
		throw new Refusal(`PostgreSQL has ended by itself. See ${dataDir}/postgres.log.`);
	});
	failed.catch(() => {});
	return failed;
}

/** Only for a database that holds nothing but half of the demo. */
async function startOver(url: string): Promise<void> {
	const name = new URL(url).pathname.slice(1);
	const admin = new pg.Client({
		connectionString: Object.assign(new URL(url), { pathname: "/postgres" }).href,
	});
	await admin.connect();
	try {
		await admin.query(`drop database ${name} with (force)`);
		await admin.query(`create database ${name}`);
	} finally {
		await admin.end();
	}
}

import { join } from "node:path";
import pg from "pg";
import { checkAppLogin } from "./database/boot-check.ts";
import { prepareJobQueue } from "./database/job-queue.ts";
import { migrate } from "./database/migrations.ts";
import { APP_GROUP, ensureGroups, ensureLogin, ensureMembership, loginName } from "./database/roles.ts";
import { appPassword } from "./database/scram.ts";
import { hasCode, messageOf, Refusal } from "./processes.ts";

export type PrepareDatabase = {
	/** A login that may create roles and owns, or will own, the tables. */
	migrateUrl: string;
	/** The app's own login, if somebody else has made one. Without it Latchkey makes one. */
	appUrl?: string | undefined;
	/** The newest part of LATCHKEY_SECRET, from which the app login's password is derived. */
	secret: string;
	migrationsDir?: string;
};

export type PreparedDatabase = { appUrl: string; applied: string[] };

const MIGRATIONS_DIR = join(import.meta.dirname, "../prisma/migrations");
const SERVER_VERSION_MIN = 150000;

/** Any constant, the same in every Latchkey: processes that start together prepare one after the other. */
const PREPARE_LOCK = 7_215_530_271;
const LOCK_NOT_AVAILABLE = "55P03";
const LOCK_WAIT = "10min";

/** Roles, migrations and the app's login. Safe to run again and by several processes at once. */
export async function prepareDatabase(options: PrepareDatabase): Promise<PreparedDatabase> {
	const { migrateUrl, secret, migrationsDir = MIGRATIONS_DIR } = options;
	const db = await connect(migrateUrl);
	try {
		await lock(db);
		const { database } = await describeServer(db);
		await ensureGroups(db);
		const appUrl = options.appUrl ?? (await makeLogin(db, migrateUrl, database, secret));
		if (options.appUrl) await ensureMembership(db, loginOf(options.appUrl));
		await grantConnect(db, database);
		const applied = await migrate(migrateUrl, migrationsDir);
		await prepareJobQueue(migrateUrl);
		await checkAsApp(appUrl);
		return { appUrl, applied };
	} finally {
		await db.end();
	}
}

/** A client whose failure to connect is a sentence about host and port, never about the password. */
export async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
	client.on("error", () => {});
	try {
		await client.connect();
		return client;
	} catch (error) {
		throw new Refusal(whyUnreachable(error, placeOf(client)));
	}
}

const placeOf = ({ host, port, user = "", database = "" }: pg.Client) => ({ host, port, user, database });

function whyUnreachable(error: unknown, to: { host: string; port: number; user: string; database: string }) {
	const place = `PostgreSQL at ${to.host}, port ${to.port},`;
	if (hasCode(error, "28P01", "28000")) {
		return `${place} refuses the login ${to.user}: check user name and password in DATABASE_URL.`;
	}
	if (hasCode(error, "3D000"))
		return `${place} has no database ${to.database}: create it, or correct DATABASE_URL.`;
	if (hasCode(error, "ENOTFOUND", "EAI_AGAIN")) {
		return `The database host ${to.host} is unknown: check the host name in DATABASE_URL.`;
	}
	return `${place} does not answer (${reasonOf(error)}): check that it runs and that DATABASE_URL names it.`;
}

/** Several addresses of one host fail together, as an error without a message of its own. */
const reasonOf = (error: unknown) =>
	error instanceof AggregateError ? error.errors.map(messageOf).join(", ") : messageOf(error);

async function lock(db: pg.Client): Promise<void> {
	try {
		await db.query(`set lock_timeout = '${LOCK_WAIT}'`);
		await db.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
		await db.query("set lock_timeout = 0");
	} catch (error) {
		if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error;
		throw new Refusal(
			"Another Latchkey has been preparing this database for ten minutes. See what it waits for.",
		);
	}
}

async function describeServer(db: pg.Client): Promise<{ database: string }> {
	const { rows } = await db.query<{ database: string; version: number }>(
		"select current_database() as database, current_setting('server_version_num')::int as version",
	);
	const { database = "", version = 0 } = rows[0] ?? {};
	if (version < SERVER_VERSION_MIN) {
		throw new Refusal(
			`Latchkey needs PostgreSQL ${SERVER_VERSION_MIN / 10000} or later; this is ${Math.floor(version / 10000)}.`,
		);
	}
	return { database };
}

async function makeLogin(
	db: pg.Client,
	migrateUrl: string,
	database: string,
	secret: string,
): Promise<string> {
	const login = loginName(database);
	const password = appPassword(secret);
	await ensureLogin(db, login, password);
	return as(migrateUrl, login, password);
}

function as(address: string, login: string, password: string): string {
	const url = new URL(address);
	url.username = encodeURIComponent(login);
	url.password = password;
	return url.href;
}

/**
 * Where the login that Latchkey made for itself works, with the password of whichever secret was the newest when the product
 * last started.
 */
export async function findAppUrl(migrateUrl: string, secrets: readonly string[]): Promise<string> {
	const login = loginName(decodeURIComponent(new URL(migrateUrl).pathname.slice(1)));
	for (const secret of secrets) {
		const appUrl = as(migrateUrl, login, appPassword(secret));
		const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 15_000 });
		try {
			await client.connect();
			return appUrl;
		} catch (error) {
			if (!hasCode(error, "28P01", "28000")) throw new Refusal(whyUnreachable(error, placeOf(client)));
		} finally {
			await client.end();
		}
	}
	throw new Refusal(
		"None of the secrets in LATCHKEY_SECRET opens the database: Latchkey was last started with another one. " +
			"If you made the application's login yourself, give DATABASE_MIGRATE_URL as well, as for npm start.",
	);
}

const loginOf = (url: string) => decodeURIComponent(new URL(url).username);

/** Usually everybody may connect; where that was taken away, the app still has to. */
async function grantConnect(db: pg.Client, database: string): Promise<void> {
	const { rows } = await db.query<{ able: boolean }>(
		"select has_database_privilege($1, current_database(), 'CONNECT') as able",
		[APP_GROUP],
	);
	if (rows[0]?.able) return;
	await db.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${APP_GROUP}`);
}

/** Refuses a login that does not get in, or that could pass the walls between agencies. */
export async function checkAsApp(appUrl: string): Promise<void> {
	const app = await connect(appUrl);
	try {
		await checkAppLogin(app);
	} finally {
		await app.end();
	}
}

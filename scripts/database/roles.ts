import { createHash } from "node:crypto";
import pg from "pg";
import { hasCode, Refusal } from "../processes.ts";
import { scramVerifier } from "./scram.ts";

/** Holds the rights of the app; every login that serves requests is a member. */
export const APP_GROUP = "latchkey_app";

/** Owns the functions that look a key up before anybody knows whose it is. No login is a member for good. */
export const ENGINE_OWNER = "latchkey_engine";

const IDENTIFIER_BYTES_MAX = 63;

/** Roles belong to the whole server, so another database's start may do the same at this moment. */
const RACES = ["23505", "42710", "XX000", "40001"];
const INSUFFICIENT_PRIVILEGE = "42501";

export type Connection = Pick<pg.Client, "query">;

/** The login of the app's own for one database, at most as long as PostgreSQL allows. */
export function loginName(database: string): string {
	const name = `${database}_login`;
	if (Buffer.byteLength(name) <= IDENTIFIER_BYTES_MAX) return name;
	const digest = createHash("sha256").update(database).digest("hex").slice(0, 12);
	const start = Buffer.from(database).subarray(0, 40).toString("utf8").replaceAll("\uFFFD", "");
	return `${start}_${digest}_login`;
}

export async function ensureGroups(db: Connection): Promise<void> {
	await settle(db, async () => {
		await createRole(db, APP_GROUP, "nologin nobypassrls");
		await createRole(db, ENGINE_OWNER, "nologin nobypassrls");
		const { rows } = await db.query<{ able: boolean; version: number }>(
			`select pg_has_role(current_user, $1, case when version >= 160000 then 'SET' else 'MEMBER' end) as able, version
			from (select current_setting('server_version_num')::int as version) server`,
			[ENGINE_OWNER],
		);
		if (rows[0]?.able) return;
		const option = (rows[0]?.version ?? 0) >= 160000 ? " with set true, inherit false" : "";
		await db.query(`grant ${ENGINE_OWNER} to current_user${option}`);
	});
}

/** Creates the app's login, or gives the one that is there the password that belongs to the secret. */
export async function ensureLogin(db: Connection, login: string, password: string): Promise<void> {
	await settle(db, async () => {
		const created = await createRole(db, login, "login inherit nobypassrls");
		if (created) await db.query(`grant ${APP_GROUP} to ${pg.escapeIdentifier(login)}`);
		else if (!(await isMember(db, login, APP_GROUP))) {
			throw new Refusal(
				`The server already has a role ${login} that is not Latchkey's. ` +
					"Rename it, or give the app a login of your choice: set DATABASE_URL to that login and " +
					"DATABASE_MIGRATE_URL to the one that owns the tables.",
			);
		}
		const verifier = pg.escapeLiteral(scramVerifier(password));
		await db.query(`alter role ${pg.escapeIdentifier(login)} password ${verifier}`);
	});
}

/** For a login that somebody else made: it only has to be a member. */
export async function ensureMembership(db: Connection, login: string): Promise<void> {
	await settle(db, async () => {
		const found = await db.query("select from pg_roles where rolname = $1", [login]);
		if (found.rowCount === 0) {
			throw new Refusal(
				`DATABASE_URL names the login "${login}", which the server does not have. ` +
					"Create it, or leave DATABASE_MIGRATE_URL out so that Latchkey makes one.",
			);
		}
		if (await isMember(db, login, APP_GROUP)) return;
		await db.query(`grant ${APP_GROUP} to ${pg.escapeIdentifier(login)}`);
	});
}

async function isMember(db: Connection, login: string, group: string): Promise<boolean> {
	const { rows } = await db.query<{ member: boolean }>(
		`select exists (
			select from pg_auth_members
			where roleid = (select oid from pg_roles where rolname = $2)
			and member = (select oid from pg_roles where rolname = $1)
		) as member`,
		[login, group],
	);
	return rows[0]?.member ?? false;
}

async function createRole(db: Connection, name: string, options: string): Promise<boolean> {
	const found = await db.query("select from pg_roles where rolname = $1", [name]);
	if (found.rowCount) return false;
	await db.query(`create role ${pg.escapeIdentifier(name)} ${options}`);
	return true;
}

/** Runs the change in a transaction of its own, again when another start has just made the same one. */
async function settle(db: Connection, change: () => Promise<void>): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			await db.query("begin");
			await change();
			await db.query("commit");
			return;
		} catch (error) {
			await db.query("rollback");
			if (hasCode(error, ...RACES) && attempt < 10) continue;
			if (hasCode(error, INSUFFICIENT_PRIVILEGE)) throw new Refusal(lacksPrivilege(error.message));
			throw error;
		}
	}
}

const lacksPrivilege = (reason: string) =>
	`The database login may not set up the roles that Latchkey needs (${reason}). As an administrator run: ` +
	`create role ${APP_GROUP} nologin; create role ${ENGINE_OWNER} nologin; ` +
	`grant ${APP_GROUP}, ${ENGINE_OWNER} to <login> with admin option; alter role <login> createrole;`;

import { Refusal } from "../processes.ts";
import type { Connection } from "./roles.ts";
import { ENGINE_OWNER } from "./roles.ts";

type Powers = { login: string; passes: string | null; table: string | null; engine: boolean };

/**
 * The wall between agencies is row-level security, which does not bind superusers, roles with BYPASSRLS and
 * owners of tables. Being able to become such a role counts as being one.
 */
export async function checkAppLogin(db: Connection): Promise<void> {
	const { rows } = await db.query<Powers>(
		`select
			current_user as login,
			(select min(rolname) from pg_roles
				where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'MEMBER')) as passes,
			(select min(c.oid::regclass::text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
				and pg_has_role(current_user, c.relowner, 'MEMBER')) as table,
			exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'MEMBER')) as engine`,
		[ENGINE_OWNER],
	);
	const powers = rows[0];
	if (!powers) throw new Error("The check of the app's database login returned nothing.");
	const reason = whyTooPowerful(powers);
	if (reason) {
		throw new Refusal(
			`The app may not use the database as ${powers.login}: ${reason}, and so would see every agency's rows. ` +
				"Give DATABASE_URL a login of its own that is only a member of latchkey_app, or leave " +
				"DATABASE_MIGRATE_URL out so that Latchkey makes one.",
		);
	}
}

function whyTooPowerful({ passes, table, engine, login }: Powers): string | undefined {
	if (passes) return passes === login ? "it bypasses row-level security" : `it can become ${passes}`;
	if (table) return `it owns the table ${table} or can become its owner`;
	if (engine) return `it can become ${ENGINE_OWNER}`;
	return undefined;
}

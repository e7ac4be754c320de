import type { World } from "#lib/testing/world.ts";

/** Tables that processes write by themselves, or that count uses of keys. No refusal is about them. */
const NOT_COMPARED = [
	"_prisma_migrations",
	"audit_heads",
	"engine_instances",
	"key_addresses",
	"key_last_uses",
	"key_refusals",
	"key_scope_uses",
	"key_usage_days",
	"key_usage_hours",
	"place_usage_days",
	"place_usage_hours",
	"rate_windows",
	"usage_writers",
];

/** Refusals may be recorded; whoever looks around on a session keeps it alive. */
const ROWS: Record<string, string> = {
	audit_events:
		"select to_jsonb(r) as row from audit_events r where action not in ('access.refuse', 'session.refuse', 'step_up.refuse')",
	sessions: "select to_jsonb(r) - 'last_seen_at' as row from sessions r",
};

/** A digest of every table, so that two tell whether, and where, anything changed in between. */
export async function snapshot({ owner }: World): Promise<Record<string, string>> {
	const { rows: tables } = await owner.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1",
		[NOT_COMPARED],
	);
	const digests = tables.map(
		({
			name,
		}) => `select '${name}' as name, count(*) || ' rows ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '')
			as digest from (${ROWS[name] ?? `select to_jsonb(r) as row from ${name} r`}) s`,
	);
	const { rows } = await owner.query<{ name: string; digest: string }>(digests.join(" union all "));
	return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** The names of the tables that differ. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>) =>
	Object.keys(after).filter((name) => before[name] !== after[name]);

import pg from "pg";

/** What an agency of that size looks like: keys in every state, some labelled, most of them used, some from many addresses. */
const STEPS = [
	"set session_replication_role = replica",
	"update installation set scope_uses_since = now() - interval '200 days'",
	`update api_keys k set title = s.title, title_folded = lower(s.title), role = s.role::"KeyRole",
			enabled = s.n % 20 <> 1, revoked_at = case when s.n % 20 = 2 then now() end,
			expires_at = case when s.n % 10 = 3 then now() - interval '3 days'
				when s.n % 50 = 5 then now() + interval '5 days' when s.n % 3 <> 0 then now() + interval '200 days' end,
			deleted_at = case when s.n % 50 = 7 then now() - interval '2 days' end,
			created_at = s.made_at, idle_from = s.made_at, secret_since = s.made_at
		from (select id, n, now() - make_interval(days => (n * 7 % 500)::int) as made_at,
				(array['Zapier', 'Website', 'Reporting', 'Import', 'Backup'])[1 + n % 5] || ' ' || n as title,
				case when n % 5 < 2 then 'ADMIN' else 'READONLY' end as role
			from (select id, row_number() over (order by id) as n from api_keys where agency_id = $1) k) s
		where k.agency_id = $1 and k.id = s.id`,
	`update key_last_uses u set last_used_at = now() - make_interval(mins => (s.n * 13 % 120000)::int)
		from (select id, row_number() over (order by id) as n from api_keys where agency_id = $1) s
		where u.agency_id = $1 and u.key_id = s.id and s.n % 10 < 7`,
	`insert into key_labels (agency_id, key_id, folded, label, at_location, location_id)
		select agency_id, id, label, label, at_location, location_id
		from (select *, row_number() over (order by id) as n from api_keys where agency_id = $1) k
		cross join lateral (values ('production', n % 2 = 0), ('staging', n % 10 = 1), ('legacy', n % 200 = 3)) l (label, holds)
		where holds`,
	`insert into key_addresses (agency_id, key_id, address, first_seen_at, last_seen_at)
		select agency_id, key_id, '192.0.2.' || a, last_used_at, last_used_at
		from (select *, row_number() over (order by key_id) as n from key_last_uses where agency_id = $1) u
		cross join lateral generate_series(1, case when n % 100 = 0 then 12 else 2 end) a where last_used_at is not null`,
	`insert into key_scope_uses (agency_id, key_id, scope, last_used_at)
		select k.agency_id, k.id, held.scope, u.last_used_at
		from (select *, row_number() over (order by id) as n from api_keys where agency_id = $1) k
		join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
		cross join lateral unnest(k.scopes) with ordinality as held (scope, at)
		where u.last_used_at is not null and (k.n % 4 <> 0 or held.at = 1)`,
	`insert into key_usage_hours (agency_id, key_id, hour, verdict, uses)
		select agency_id, id, date_trunc('hour', now()) - make_interval(hours => h), v::"Verdict", 1 + n % 30
		from (select *, row_number() over (order by id) as n from api_keys where agency_id = $1) k
		cross join generate_series(0, 23, 6) h cross join unnest(array['VALID', 'RATE_LIMITED']) v
		where n % case v when 'VALID' then 10 else 500 end = 0`,
	"set session_replication_role = origin",
	"vacuum analyze",
];

/** Makes the keys that `fillKeys` wrote differ from each other as those of a large agency do. */
export async function spreadKeys(ownerUrl: string, agencyId: string) {
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		for (const step of STEPS) await owner.query(step, step.includes("$1") ? [agencyId] : []);
	} finally {
		await owner.end();
	}
}

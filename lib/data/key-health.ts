import type { Countdown } from "#lib/core/keys/countdown.ts";
import {
	allScopesOf,
	daysBefore,
	FINDINGS,
	type Finding,
	type FindingCounts,
	HEALTH_DAYS,
	MANY_ADDRESSES,
} from "#lib/core/keys/health.ts";
import type { KeyLevel, KeyRole } from "#lib/core/keys/key.ts";
import { UNUSED_SCOPE_DAYS } from "#lib/core/keys/unused-scopes.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { endsWithin, isGood } from "./key-attention.ts";
import { isLocationNotGone } from "./key-list.ts";

/** Whose keys are looked at, and when. */
export type HealthScene = { agencyId: string; locationId: string | null; now: Date };

/** The keys that {@link findingsOf} has something to say about. The index api_keys_at_work knows all that is asked here. */
function isLookedAt({ agencyId, locationId, now }: HealthScene) {
	const place = locationId
		? Prisma.sql`k.location_id = ${locationId}::uuid and k.at_location`
		: isLocationNotGone(agencyId);
	return Prisma.sql`k.agency_id = ${agencyId}::uuid
		and k.deleted_at is null and ${isGood(now)} and ${place}`;
}

const KEYS = Prisma.sql`api_keys k`;
const lastUse = Prisma.sql`coalesce(u.last_used_at, '-infinity'::timestamptz)`;
const since = Prisma.sql`greatest(u.last_used_at, k.idle_from)`;
const NEVER = Prisma.sql`'-infinity'::timestamptz`;

const withLastUse = ({ agencyId, locationId }: HealthScene) => Prisma.sql`api_keys k
	join key_last_uses u on u.agency_id = ${agencyId}::uuid and u.key_id = k.id
		and u.at_location = any(${locationId ? [true] : [false, true]}::boolean[])`;

const isIdleFor = (days: number, now: Date) => Prisma.sql`not k.inactivity_exempt
	and ${lastUse} <= ${daysBefore(now, days)} and k.idle_from <= ${daysBefore(now, days)}`;

const recentAddresses = (key: { agencyId: Prisma.Sql; id: Prisma.Sql }, now: Date) => Prisma.sql`(
	select count(*) from key_addresses a where a.agency_id = ${key.agencyId} and a.key_id = ${key.id}
		and a.last_seen_at >= ${daysBefore(now, HEALTH_DAYS.addresses)})`;

/** Narrows what belongs to keys to a location's; an agency's is nearly all there is, and read as it comes. */
const ofKeysAt = ({ agencyId, locationId }: HealthScene, keyId: Prisma.Sql) =>
	locationId
		? Prisma.sql`and ${keyId} = any(array(select o.id from api_keys o where o.agency_id = ${agencyId}::uuid
			and o.location_id = ${locationId}::uuid and o.deleted_at is null))`
		: Prisma.empty;

const usedLately = ({ agencyId, now }: HealthScene) => Prisma.sql`from key_scope_uses x
	where x.agency_id = ${agencyId}::uuid and x.last_used_at >= ${daysBefore(now, UNUSED_SCOPE_DAYS)}`;

/** The keys with a scope that was used lately, each with all that were. */
const withUsedScopes = (scene: HealthScene) => Prisma.sql`(
	select x.key_id, array_agg(x.scope) as scopes ${usedLately(scene)} ${ofKeysAt(scene, Prisma.sql`x.key_id`)}
	group by x.key_id) used
	join api_keys k on k.agency_id = ${scene.agencyId}::uuid and k.id = used.key_id`;

/** The same key by key, for those who go through few of them. */
const eachWithUsedScopes = (scene: HealthScene) => Prisma.sql`api_keys k cross join lateral (
	select array_agg(x.scope) as scopes ${usedLately(scene)} and x.key_id = k.id) used`;

/**
 * Whether a key holds a scope that nobody used, and one that somebody did: the rule of {@link unusedScopes}. Only what was
 * not used itself is asked for scope by scope. With `coalesce` PostgreSQL takes it to hold for every other key, and not for
 * hardly any: it begins with the newest.
 */
const HAS_UNUSED_SCOPES = Prisma.sql`coalesce(used.scopes && k.scopes and '' <> all(used.scopes)
	and not used.scopes @> k.scopes
	and exists (select from unnest(k.scopes) as held(scope) where held.scope <> all(used.scopes)
		and not (replace(held.scope, '.readonly', '.write') = any(used.scopes)
			and replace(held.scope, '.readonly', '.write') = any(k.scopes))), false)`;

/** From where each finding is read, and the rules of {@link findingsOf} as the database asks them. */
const FOUND: Record<
	Finding,
	{ from: (scene: HealthScene) => Prisma.Sql; where: (scene: HealthScene) => Prisma.Sql }
> = {
	neverUsed: {
		from: withLastUse,
		where: ({ now }) => Prisma.sql`${lastUse} = ${NEVER} and ${isIdleFor(HEALTH_DAYS.firstUse, now)}`,
	},
	idle60: {
		from: withLastUse,
		where: ({ now }) => Prisma.sql`${lastUse} > ${NEVER} and ${isIdleFor(HEALTH_DAYS.longIdle, now)}`,
	},
	idle30: {
		from: withLastUse,
		where: ({ now }) => Prisma.sql`${lastUse} > ${NEVER} and ${isIdleFor(HEALTH_DAYS.idle, now)}
			and ${since} > ${daysBefore(now, HEALTH_DAYS.longIdle)}`,
	},
	noEndDate: { from: () => KEYS, where: () => Prisma.sql`k.expires_at is null` },
	expiring: {
		from: () => KEYS,
		where: ({ now }) => endsWithin(HEALTH_DAYS.expiring, now),
	},
	admin: { from: () => KEYS, where: () => Prisma.sql`k.role = 'ADMIN'` },
	fullAccess: {
		from: () => KEYS,
		where: () => Prisma.sql`k.role = 'ADMIN' and k.scope_count >=
			case when k.at_location then ${allScopesOf("LOCATION")}::int else ${allScopesOf("AGENCY")}::int end`,
	},
	unusedScopes: {
		from: withUsedScopes,
		where: ({ now }) => Prisma.sql`greatest(k.created_at, k.scopes_added_at,
				(select i.scope_uses_since from installation i where i.id = 1)) <= ${daysBefore(now, UNUSED_SCOPE_DAYS)}
			and ${HAS_UNUSED_SCOPES}`,
	},
	manyAddresses: {
		from: () => KEYS,
		where: (scene) => Prisma.sql`k.id = any(array(select a.key_id from key_addresses a
				where a.agency_id = ${scene.agencyId}::uuid ${ofKeysAt(scene, Prisma.sql`a.key_id`)}
				group by a.key_id having count(*) >= ${MANY_ADDRESSES}))
			and ${recentAddresses({ agencyId: Prisma.sql`k.agency_id`, id: Prisma.sql`k.id` }, scene.now)} >= ${MANY_ADDRESSES}`,
	},
	oldSecret: {
		from: () => KEYS,
		where: ({ now }) => Prisma.sql`k.secret_since <=
			${now}::timestamptz - coalesce(k.rotate_every_days, ${HEALTH_DAYS.secret}) * interval '24 hours'`,
	},
	olderSecret: {
		from: () => KEYS,
		where: ({ agencyId, now }) => Prisma.sql`k.id = any(array(select s.key_id from key_secrets s
			where s.agency_id = ${agencyId}::uuid and s.ends_at > ${now}
				and exists (select from key_secret_uses x where x.agency_id = s.agency_id and x.secret_id = s.id)))`,
	},
};

/** Of a location all keys are looked at; the agency's may be gone through in the order of their ids until there are enough. */
function found(finding: Finding, scene: HealthScene, from = FOUND[finding].from) {
	const { where } = FOUND[finding];
	const whole = scene.locationId ? Prisma.sql`offset 0` : Prisma.empty;
	return Prisma.sql`select k.id from ${from(scene)} where ${isLookedAt(scene)} and ${where(scene)} ${whole}`;
}

/** How many keys each of these findings is about; those with more than `max` are counted no further. */
export async function countFindings(
	tx: Tx,
	scene: HealthScene,
	max: number | null,
	findings: readonly Finding[] = FINDINGS,
): Promise<Partial<FindingCounts>> {
	const counts = findings.map(
		(finding) => Prisma.sql`select ${finding} as finding, (select count(*) from (
			select from (${found(finding, scene)}) f limit ${max}) c) as total`,
	);
	const rows = await tx.$queryRaw<{ finding: Finding; total: bigint }[]>`
		${Prisma.join(counts, " union all ")}`;
	return Object.fromEntries(rows.map(({ finding, total }) => [finding, Number(total)]));
}

/** How many working keys there are to look at. */
export async function countLookedAt(tx: Tx, scene: HealthScene) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from api_keys k where ${isLookedAt(scene)}`;
	return Number(row?.total ?? 0n);
}

/** How many keys one finding is about. */
export async function countFound(tx: Tx, scene: HealthScene, finding: Finding) {
	const [row] = await tx.$queryRaw<{ total: bigint }[]>`
		select count(*) as total from (${found(finding, scene)}) f`;
	return Number(row?.total ?? 0n);
}

export type HealthRow = {
	id: string;
	level: KeyLevel;
	locationName: string | null;
	locationSlug: string | null;
	title: string;
	role: KeyRole;
	scopes: string[];
	enabled: boolean;
	expiresAt: Date | null;
	revokedAt: Date | null;
	createdAt: Date;
	scopesAddedAt: Date | null;
	lastUsedAt: Date | null;
	idleFrom: Date;
	inactivityDays: number | null;
	inactivityExempt: boolean;
	secretSince: Date;
	rotateEveryDays: number | null;
	recentAddresses: number;
	/** Until when an older secret that is still sent goes on, and when it was sent last. */
	olderEndsAt: Date | null;
	olderUsedAt: Date | null;
	countdown: Countdown | null;
};

/** The first tenth of many keys is found sooner key by key. */
const isEarly = ({ skip, max, total = 0 }: FoundPage) => (skip + max) * 10 < total;

/** `total` is how many there are, where that is known. */
export type FoundPage = { skip: number; max: number; total?: number };

/** The newest keys of a finding first, from `skip` on. */
export function listFound(
	tx: Tx,
	scene: HealthScene,
	{ finding, ...page }: FoundPage & { finding: Finding },
) {
	const keyByKey = finding === "unusedScopes" && scene.locationId === null && isEarly(page);
	const keys = found(finding, scene, keyByKey ? eachWithUsedScopes : undefined);
	return readHealthRows(
		tx,
		scene,
		Prisma.sql`select f.id from (${keys}) f order by f.id desc limit ${page.max} offset ${page.skip}`,
	);
}

/** Those of these keys that are at the place and not in the trash, whatever is to be said of them. */
export const listNamed = (tx: Tx, scene: HealthScene, keyIds: readonly string[]) =>
	readHealthRows(
		tx,
		scene,
		Prisma.sql`select k.id from api_keys k where k.agency_id = ${scene.agencyId}::uuid
			and k.id = any(${keyIds}::uuid[]) and k.deleted_at is null
			and (${scene.locationId}::uuid is null or k.location_id = ${scene.locationId}::uuid)
			and (k.location_id is null or exists (select from locations l
				where l.agency_id = k.agency_id and l.id = k.location_id and l.deleted_at is null))`,
	);

async function readHealthRows(tx: Tx, { agencyId, now }: HealthScene, page: Prisma.Sql) {
	type Row = Omit<HealthRow, "countdown"> & { basis: Date | null; endsAt: Date | null } & Notices;
	type Notices = Pick<Countdown, "noticed15At" | "noticed7At" | "noticed1At">;
	const key = { agencyId: Prisma.sql`k.agency_id`, id: Prisma.sql`k.id` };
	const rows = await tx.$queryRaw<Row[]>`
		with page as materialized (${page})
		select k.id, k.level::text as level, l.name as "locationName", l.slug as "locationSlug", k.title,
			k.role::text as role, k.scopes, k.enabled, k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
			k.created_at as "createdAt", k.scopes_added_at as "scopesAddedAt", u.last_used_at as "lastUsedAt", k.idle_from as "idleFrom",
			k.inactivity_days as "inactivityDays", k.inactivity_exempt as "inactivityExempt",
			k.secret_since as "secretSince", k.rotate_every_days as "rotateEveryDays",
			${recentAddresses(key, now)}::int as "recentAddresses", o.ends_at as "olderEndsAt", o.used_at as "olderUsedAt",
			c.basis, c.ends_at as "endsAt", c.noticed_15_at as "noticed15At", c.noticed_7_at as "noticed7At",
			c.noticed_1_at as "noticed1At"
		from page p
		join api_keys k on k.agency_id = ${agencyId}::uuid and k.id = p.id
		join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
		left join locations l on l.agency_id = k.agency_id and l.id = k.location_id
		left join key_countdowns c on c.agency_id = k.agency_id and c.key_id = k.id and c.kind = 'INACTIVITY'
		left join lateral (select s.ends_at, max(x.last_used_at) as used_at from key_secrets s
			join key_secret_uses x on x.agency_id = s.agency_id and x.secret_id = s.id
			where s.agency_id = k.agency_id and s.key_id = k.id and s.ends_at > ${now} group by s.ends_at) o on true
		order by k.id desc`;
	return rows.map(
		({ basis, endsAt, noticed15At, noticed7At, noticed1At, ...row }): HealthRow => ({
			...row,
			countdown: basis && endsAt ? { basis, endsAt, noticed15At, noticed7At, noticed1At } : null,
		}),
	);
}

import type { Attention } from "#lib/core/keys/attention.ts";
import { KEY_LEVELS, type KeyLevel, type KeyRole, type KeySort, type KeyStatus } from "#lib/core/keys/key.ts";
import type { FullPlace } from "#lib/core/policies.ts";
import { foldName } from "#lib/core/text.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { escapeLike } from "./escape-like.ts";
import { attentionIs } from "./key-attention.ts";

export type KeyQuery = {
	level: KeyLevel;
	locationId?: string | undefined;
	/** That key alone. */
	keyId?: string;
	search?: string | undefined;
	status?: KeyStatus | undefined;
	role?: KeyRole | undefined;
	/** Those that somebody should look at for this reason. */
	attention?: Attention | undefined;
	/** Keys that have it, however it is written. */
	label?: string | undefined;
	sort: KeySort;
	direction: "asc" | "desc";
	/** Counted from 1. */
	page: number;
	pageSize: number;
};

export type KeyListRow = {
	id: string;
	level: KeyLevel;
	locationId: string | null;
	locationSlug: string | null;
	locationName: string | null;
	allLocations: boolean;
	chosenLocations: { id: string; name: string }[] | null;
	title: string;
	description: string;
	labels: string[];
	role: KeyRole;
	scopes: string[];
	allowedAddresses: string[];
	rateLimitMax: number | null;
	rateLimitSeconds: number | null;
	creditsRemaining: bigint | null;
	refillAmount: bigint | null;
	refillEvery: string | null;
	refillDay: number | null;
	refillsAt: Date | null;
	secretPrefix: string;
	secretLastFour: string;
	enabled: boolean;
	expiresAt: Date | null;
	revokedAt: Date | null;
	revokedReason: string | null;
	lastUsedAt: Date | null;
	createdAt: Date;
	createdByName: string;
	idleFrom: Date;
	inactivityDays: number | null;
	inactivityExempt: boolean;
	rotateEveryDays: number | null;
	/** What people were told: from when the countdown counts, and when it ends. */
	countdownBasis: Date | null;
	countdownEndsAt: Date | null;
	version: number;
};

export const statusIs = (status: KeyStatus, now: Date) =>
	({
		Revoked: Prisma.sql`k.revoked_at is not null`,
		Inactive: Prisma.sql`k.revoked_at is null and not k.enabled`,
		Expired: Prisma.sql`k.revoked_at is null and k.enabled and k.expires_at <= ${now}`,
		Active: Prisma.sql`k.revoked_at is null and k.enabled and (k.expires_at is null or k.expires_at > ${now})`,
	})[status];

/**
 * The keys of a deleted location went with it. In these words PostgreSQL knows that it holds for nearly all keys, and goes
 * through a list in its order.
 */
export const isLocationNotGone = (agencyId: string) => Prisma.sql`not exists (select from locations gone
	where gone.agency_id = ${agencyId}::uuid and gone.id = k.location_id and gone.deleted_at is not null)`;

/** Which keys are meant, in no order. */
export type KeyNarrowing = Pick<
	KeyQuery,
	"level" | "locationId" | "keyId" | "search" | "status" | "role" | "label" | "attention"
>;

/** Of few keys the ids are looked up first; many are met while the list is walked through in its order. */
function hasLabel(agencyId: string, { level }: KeyNarrowing, label: string, areFew: boolean) {
	const ids = Prisma.sql`select kl.key_id from key_labels kl where kl.agency_id = ${agencyId}::uuid
		and kl.at_location = ${level === "LOCATION"} and kl.folded = ${foldName(label)}`;
	return areFew ? Prisma.sql`k.id = any(array(${ids}))` : Prisma.sql`k.id in (${ids})`;
}

/** PostgreSQL takes any text to be rare, unless it is told that nobody knows: `coalesce` is taken to hold for every other key. */
const hasInTitle = (search: string) =>
	Prisma.sql`coalesce(k.title_folded like ${`%${escapeLike(search)}%`}, false)`;

/** What a key `k` has to fulfil. `areFew`: it is known that no more than some hundred do. */
export function keyConditions(agencyId: string, query: KeyNarrowing, now: Date, areFew = false) {
	const all = [
		Prisma.sql`k.agency_id = ${agencyId}::uuid`,
		Prisma.sql`k.deleted_at is null`,
		Prisma.sql`k.at_location = ${query.level === "LOCATION"}`,
	];
	if (query.locationId) all.push(Prisma.sql`k.location_id = ${query.locationId}::uuid`);
	else if (query.level === "LOCATION") all.push(isLocationNotGone(agencyId));
	if (query.keyId) all.push(Prisma.sql`k.id = ${query.keyId}::uuid`);
	if (query.role) all.push(Prisma.sql`k.role = ${query.role}::"KeyRole"`);
	if (query.status) all.push(statusIs(query.status, now));
	if (query.attention) all.push(attentionIs(query.attention, agencyId, query.level, now));
	if (query.label) all.push(hasLabel(agencyId, query, query.label, areFew));
	if (query.search) all.push(hasInTitle(query.search));
	return Prisma.join(all, " and ");
}

/** So many keys and fewer are sorted one by one; more are met while an index is walked in the list's order. */
export const FEW_MAX = 1_000;

/** How many keys a location has, or the agency at its own level, the trash left out. */
export const countKeysAt = (tx: Tx, agencyId: string, locationId: string | null) =>
	tx.apiKey.count({ where: { agencyId, locationId, deletedAt: null } });

type Places = { level: KeyLevel; locationId: string | null; keysMax: number };

/** Which places of a level, or whether the one that is named, have `keysMax` keys or more. */
export async function listFullPlaces(
	tx: Tx,
	agencyId: string,
	{ level, locationId, keysMax }: Places,
): Promise<FullPlace[]> {
	if (level === "AGENCY" || locationId !== null) {
		const keys = await countKeysAt(tx, agencyId, locationId);
		return keys >= keysMax ? [{ locationId, keys }] : [];
	}
	const rows = await tx.$queryRaw<{ locationId: string; keys: bigint }[]>`
		select l.id as "locationId", count(k.id) as keys from locations l
		left join api_keys k on k.agency_id = l.agency_id and k.location_id = l.id and k.deleted_at is null
		where l.agency_id = ${agencyId}::uuid and l.deleted_at is null
		group by l.id having count(k.id) >= ${keysMax}`;
	return rows.map((row) => ({ ...row, keys: Number(row.keys) }));
}

/** The whole rows of the keys whose ids `page` selects. */
export const readRows = (tx: Tx, agencyId: string, page: Prisma.Sql, order: Prisma.Sql, now: Date) =>
	tx.$queryRaw<KeyListRow[]>`
		with page as materialized (${page})
		select k.id, k.level::text as level, k.location_id as "locationId", l.slug as "locationSlug",
			l.name as "locationName", k.all_locations as "allLocations",
			case when k.level = 'AGENCY' and not k.all_locations then (
				select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]')
				from key_locations kl join locations c on c.agency_id = kl.agency_id and c.id = kl.location_id
				where kl.agency_id = k.agency_id and kl.key_id = k.id and c.deleted_at is null
			) end as "chosenLocations",
			array(select kl.label from key_labels kl where kl.agency_id = k.agency_id and kl.key_id = k.id
				order by kl.folded) as labels,
			k.title, k.description, k.role::text as role, k.scopes, k.allowed_addresses as "allowedAddresses",
			k.rate_limit_max as "rateLimitMax", k.rate_limit_seconds as "rateLimitSeconds",
			case when q.refills_at <= ${now}::timestamptz then q.refill_amount else q.remaining end as "creditsRemaining",
			q.refill_amount as "refillAmount", q.refill_every as "refillEvery", q.refill_day as "refillDay",
			case when q.refills_at <= ${now}::timestamptz
				then latchkey_next_refill(${now}::timestamptz, q.refill_every, q.refill_day) else q.refills_at end as "refillsAt",
			k.secret_prefix as "secretPrefix",
			k.secret_last_four as "secretLastFour", k.enabled, k.expires_at as "expiresAt",
			k.revoked_at as "revokedAt", k.revoked_reason as "revokedReason", u.last_used_at as "lastUsedAt",
			k.created_at as "createdAt", k.created_by_name as "createdByName", k.idle_from as "idleFrom",
			k.inactivity_days as "inactivityDays", k.inactivity_exempt as "inactivityExempt",
			k.rotate_every_days as "rotateEveryDays", c.basis as "countdownBasis", c.ends_at as "countdownEndsAt",
			k.version
		from page p
		join api_keys k on k.agency_id = ${agencyId}::uuid and k.id = p.id
		left join locations l on l.agency_id = k.agency_id and l.id = k.location_id
		left join key_last_uses u on u.agency_id = k.agency_id and u.key_id = k.id
		left join key_credits q on q.agency_id = k.agency_id and q.key_id = k.id
		left join key_countdowns c on c.agency_id = k.agency_id and c.key_id = k.id and c.kind = 'INACTIVITY'
		order by ${order}`;

/** What a program asks for. It goes on after the key that it saw last, so that keys made meanwhile shift nothing. */
export type KeyRowsAfter = {
	/** Those that the reader may see: agency keys or not, and of which locations; null for all. */
	sees: { agencyKeys: boolean; locationIds: readonly string[] | null };
	level?: KeyLevel | undefined;
	locationId?: string | undefined;
	status?: KeyStatus | undefined;
	role?: KeyRole | undefined;
	/** Keys that hold one of these. */
	scopes?: readonly string[] | undefined;
	/** Whether they were never used, or were. */
	unused?: boolean | undefined;
	after: { createdAt: Date; id: string } | null;
	max: number;
};

/** Up to `max` keys, the newest first. */
export function listKeyRowsAfter(tx: Tx, agencyId: string, asked: KeyRowsAfter, now: Date) {
	const levels = KEY_LEVELS.filter((level) => !asked.level || asked.level === level);
	const order = Prisma.sql`order by k.created_at desc, k.id desc limit ${asked.max}`;
	// Each level by itself, because the index does not mix them.
	const ofLevels = levels.map(
		(level) => Prisma.sql`(select k.id, k.created_at from api_keys k
			where ${conditionsAfter(agencyId, asked, level, now)} ${order})`,
	);
	const page = Prisma.sql`select k.id from (${Prisma.join(ofLevels, " union all ")}) k ${order}`;
	return readRows(tx, agencyId, page, Prisma.sql`k.created_at desc, k.id desc`, now);
}

function conditionsAfter(agencyId: string, asked: KeyRowsAfter, level: KeyLevel, now: Date) {
	const { sees, after, unused } = asked;
	const { locationId, role, status } = asked;
	const all = [keyConditions(agencyId, { level, locationId, role, status }, now)];
	if (level === "AGENCY" && !sees.agencyKeys) all.push(Prisma.sql`false`);
	if (level === "LOCATION") {
		all.push(isLocationNotGone(agencyId));
		if (sees.locationIds) all.push(Prisma.sql`k.location_id = any(${sees.locationIds}::uuid[])`);
	}
	if (asked.scopes) all.push(Prisma.sql`k.scopes && ${asked.scopes}::text[]`);
	if (unused !== undefined) {
		const used = Prisma.sql`exists (select from key_last_uses u where u.agency_id = k.agency_id
			and u.key_id = k.id and u.last_used_at is not null)`;
		all.push(unused ? Prisma.sql`not ${used}` : used);
	}
	if (after) all.push(Prisma.sql`(k.created_at, k.id) < (${after.createdAt}, ${after.id}::uuid)`);
	return Prisma.join(all, " and ");
}

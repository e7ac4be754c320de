import {
	type Attention,
	EXPIRING_DAYS,
	fullAccessScopes,
	MUCH_REFUSED,
	NEVER_USED_DAYS,
} from "#lib/core/keys/attention.ts";
import { daysBefore } from "#lib/core/keys/health.ts";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import { DEFAULT_POLICY } from "#lib/core/policies.ts";
import { Prisma } from "#prisma/generated/client.ts";

const HOUR_MS = 3_600_000;

/** More of them than this, those that are refused most, are not looked at one by one. */
const MUCH_REFUSED_MAX = 1_000;

/**
 * Whether a reason for attention applies to a key `k` of this level that is not in the trash. What few keys have is looked up
 * first, as an array, so that the other keys are not read.
 */
export function attentionIs(attention: Attention, agencyId: string, level: KeyLevel, now: Date): Prisma.Sql {
	const conditions: Record<Attention, () => Prisma.Sql> = {
		expiring: () => Prisma.sql`${isGood(now)} and ${endsWithin(EXPIRING_DAYS, now)}`,
		idle: () => isOnItsWayOut(agencyId),
		refused: () => isMuchRefused(agencyId, now),
		oldSecret: () => Prisma.sql`${isGood(now)} and k.id in (
			select s.key_id from key_secrets s
			where s.agency_id = ${agencyId}::uuid and s.ends_at > ${now}
				and exists (select from key_secret_uses u where u.agency_id = s.agency_id and u.secret_id = s.id))`,
		neverUsed: () => Prisma.sql`${isGood(now)} and k.idle_from <= ${daysBefore(now, NEVER_USED_DAYS)}
			and exists (select from key_last_uses u
				where u.agency_id = ${agencyId}::uuid and u.key_id = k.id and u.at_location = ${level === "LOCATION"}
					and coalesce(u.last_used_at, '-infinity'::timestamptz) = '-infinity')`,
		wide: () => Prisma.sql`${isGood(now)} and k.role = 'ADMIN' and (
			k.scope_count >= ${fullAccessScopes(level)}::int or 'keys.write' = any(k.scopes))`,
	};
	return conditions[attention]();
}

/** Tokens of locations end by themselves within a day: nobody need look at them. */
export const isGood = (now: Date) => Prisma.sql`k.revoked_at is null and k.enabled and k.maker_key_id is null
	and (k.expires_at is null or k.expires_at > ${now})`;

/** As one range of an index, which the end of {@link isGood} is not. */
export const endsWithin = (days: number, now: Date) =>
	Prisma.sql`k.expires_at > ${now} and k.expires_at <= ${daysBefore(now, -days)}`;

/** Whether people were told that the inactivity rule will delete it, and nothing has changed that since. */
const isOnItsWayOut = (agencyId: string) => Prisma.sql`k.revoked_at is null and not k.inactivity_exempt
	and k.id = any(array(select c.key_id from key_countdowns c
		where c.agency_id = ${agencyId}::uuid and c.kind = 'INACTIVITY'))
	and exists (select from key_countdowns c
		join key_last_uses u on u.agency_id = c.agency_id and u.key_id = c.key_id
		where c.agency_id = ${agencyId}::uuid and c.key_id = k.id and c.kind = 'INACTIVITY'
			and c.basis = greatest(k.idle_from, u.last_used_at)
			and c.ends_at >= c.basis + make_interval(days => coalesce(k.inactivity_days, (
				select case when count(*) = 0 then ${DEFAULT_POLICY.inactivityDays}::int else max(p.inactivity_days) end
				from agency_policies p where p.agency_id = ${agencyId}::uuid))))`;

/** The rule `isRefusedMoreThanUsual`, for a key `k` of either level. */
export function isMuchRefused(agencyId: string, now: Date) {
	const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
	const { leastInDay, timesUsual, usualDays } = MUCH_REFUSED;
	return Prisma.sql`k.revoked_at is null and k.id = any(array(
		select m.key_id from (
			select h.key_id, sum(h.uses) as uses from key_usage_hours h
			where h.agency_id = ${agencyId}::uuid and h.hour >= ${new Date(thisHour - 23 * HOUR_MS)} and h.verdict <> 'VALID'
			group by h.key_id having sum(h.uses) >= ${leastInDay}::int order by 2 desc limit ${MUCH_REFUSED_MAX}
		) m
		where m.uses * ${usualDays}::int > ${timesUsual}::int * coalesce((
			select sum(d.uses) from key_usage_days d
			where d.agency_id = ${agencyId}::uuid and d.key_id = m.key_id and d.verdict <> 'VALID'
				and d.day between ${daysBefore(now, usualDays + 1)}::date and ${daysBefore(now, 2)}::date), 0)))`;
}

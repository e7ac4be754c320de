import {
	ATTENTION_MAX,
	ATTENTIONS,
	type Attention,
	CALM_ATTENTIONS,
	URGENT_ATTENTIONS,
} from "#lib/core/keys/attention.ts";
import { KEY_LEVELS, KEY_STATUSES, type KeyLevel, type KeyStatus } from "#lib/core/keys/key.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Tx } from "./client.ts";
import { isMuchRefused } from "./key-attention.ts";
import { isOfLevel, isWithGoneLocation, stateRanges } from "./key-count.ts";
import { isLocationNotGone, keyConditions, statusIs } from "./key-list.ts";

export type StatusCount = { level: KeyLevel; status: KeyStatus; keys: number };

const levelsOf = (locationId: string | null): readonly KeyLevel[] =>
	locationId === null ? KEY_LEVELS : ["LOCATION"];

const levelText = (level: KeyLevel) => Prisma.sql`${level}::text`;

/** How many keys of each level and state there are: of the whole agency, or of one location. */
export async function countKeysByStatus(tx: Tx, agencyId: string, locationId: string | null, now: Date) {
	const counts =
		locationId === null ? countsOfAgency(agencyId, now) : countsOfLocation(agencyId, locationId, now);
	const rows = await tx.$queryRaw<StatusCount[]>`
		select level, status, sum(keys)::int as keys from (${counts}) c group by level, status`;
	const keysOf = (level: KeyLevel, status: KeyStatus) =>
		rows.find((row) => row.level === level && row.status === status)?.keys ?? 0;
	return levelsOf(locationId).flatMap((level) =>
		KEY_STATUSES.map((status): StatusCount => ({ level, status, keys: keysOf(level, status) })),
	);
}

function countsOfAgency(agencyId: string, now: Date) {
	const all = KEY_LEVELS.flatMap((level) =>
		stateRanges(now).map(
			([
				status,
				range,
			]) => Prisma.sql`select ${levelText(level)} as level, ${status}::text as status, count(*) as keys
				from api_keys k where ${isOfLevel(agencyId, level)} and ${range}`,
		),
	);
	const gone = Prisma.sql`select ${levelText("LOCATION")}, ${statusColumn(now)}, -count(*) from api_keys k
		where ${isWithGoneLocation(agencyId)} group by 2`;
	return Prisma.join([...all, gone], " union all ");
}

const countsOfLocation = (agencyId: string, locationId: string, now: Date) => Prisma.sql`
	select ${levelText("LOCATION")} as level, ${statusColumn(now)} as status, count(*) as keys
	from api_keys k where ${keyConditions(agencyId, { level: "LOCATION", locationId }, now)} group by 2`;

const statusColumn = (now: Date) => {
	const cases = KEY_STATUSES.map((status) => Prisma.sql`when ${statusIs(status, now)} then ${status}::text`);
	return Prisma.sql`case ${Prisma.join(cases, " ")} end`;
};

export type AttentionCount = { level: KeyLevel; attention: Attention; keys: number };

export type PlaceAttention = {
	/** For each level and reason that there are keys of, up to {@link ATTENTION_MAX}. */
	counts: AttentionCount[];
	/** Different keys that need somebody soon. */
	urgent: number;
	/** Different keys besides, that can wait. */
	calm: number;
	/** Whether there may be more of them than were counted. */
	isCut: { urgent: boolean; calm: boolean };
};

/** Which keys need attention. A key that needs it soon counts as that alone. */
export async function countKeysByAttention(
	tx: Tx,
	agencyId: string,
	locationId: string | null,
	now: Date,
): Promise<PlaceAttention> {
	const found = ATTENTIONS.flatMap((attention) => {
		if (attention === "refused" && locationId === null) return [refusedOfBothLevels(agencyId, now)];
		return levelsOf(locationId).map((level) => {
			const query = { level, locationId: locationId ?? undefined, attention };
			return Prisma.sql`(select ${levelText(level)} as level, ${attention}::text as attention, k.id
				from api_keys k where ${keyConditions(agencyId, query, now)} limit ${ATTENTION_MAX})`;
		});
	});
	const rows = await tx.$queryRaw<
		{ level: KeyLevel | null; attention: Attention | null; keys: number; urgent: number }[]
	>`
		with found as materialized (${Prisma.join(found, " union all ")})
		select level, attention, count(distinct id)::int as keys,
			(count(distinct id) filter (where attention = any(${URGENT_ATTENTIONS}::text[])))::int as urgent
		from found group by grouping sets ((level, attention), ())`;
	const counts = rows.flatMap(({ level, attention, keys }): AttentionCount[] =>
		level && attention ? [{ level, attention, keys }] : [],
	);
	const all = rows.find(({ level }) => level === null);
	const urgent = all?.urgent ?? 0;
	return { counts, urgent, calm: (all?.keys ?? 0) - urgent, isCut: whatIsCut(counts) };
}

/** What is refused much is the dearest to find, and the same for both levels. */
const refusedOfBothLevels = (agencyId: string, now: Date) => Prisma.sql`
	(select case when k.at_location then 'LOCATION' else 'AGENCY' end as level, 'refused' as attention, k.id
	from api_keys k where k.agency_id = ${agencyId}::uuid and k.deleted_at is null
		and ${isLocationNotGone(agencyId)} and ${isMuchRefused(agencyId, now)})`;

function whatIsCut(counts: readonly AttentionCount[]) {
	const isFull = (attentions: readonly Attention[]) =>
		counts.some(({ attention, keys }) => keys >= ATTENTION_MAX && attentions.includes(attention));
	const urgent = isFull(URGENT_ATTENTIONS);
	return { urgent, calm: urgent || isFull(CALM_ATTENTIONS) };
}

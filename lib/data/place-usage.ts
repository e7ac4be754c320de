import { stepStarts, USAGE_PERIODS, type UsagePeriod, type UsageVerdict } from "#lib/core/usage-periods.ts";
import type { Tx } from "./client.ts";

export type PlaceUsageCount = { at: Date; verdict: UsageVerdict; uses: number };

/** What the keys of a place were used for in each step of a period: of the agency, or of one location's keys. */
export async function countPlaceUsage(
	tx: Tx,
	agencyId: string,
	locationId: string | null,
	period: UsagePeriod,
	now: Date,
): Promise<PlaceUsageCount[]> {
	const place = locationId ?? agencyId;
	const from = stepStarts(period, now)[0] ?? now;
	const { by } = USAGE_PERIODS[period];
	const rows = await (by === "hour"
		? tx.$queryRaw<(Omit<PlaceUsageCount, "uses"> & { uses: bigint })[]>`
			select hour as at, verdict::text as verdict, sum(uses)::bigint as uses from place_usage_hours
			where agency_id = ${agencyId}::uuid and place_id = ${place}::uuid and hour >= ${from} group by 1, 2`
		: tx.$queryRaw<(Omit<PlaceUsageCount, "uses"> & { uses: bigint })[]>`
			select date_trunc(${by}, day::timestamp) at time zone 'UTC' as at, verdict::text as verdict, sum(uses)::bigint as uses
			from place_usage_days
			where agency_id = ${agencyId}::uuid and place_id = ${place}::uuid and day >= ${from}::date group by 1, 2`);
	return rows.map(({ at, verdict, uses }) => ({ at, verdict, uses: Number(uses) }));
}

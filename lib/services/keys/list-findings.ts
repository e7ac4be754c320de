import { idlenessOf, planOf } from "#lib/core/keys/countdown.ts";
import type { FoundKey } from "#lib/core/keys/found-key.ts";
import type { Finding, FindingCounts } from "#lib/core/keys/health.ts";
import { keyStatus } from "#lib/core/keys/key.ts";
import type { Policy } from "#lib/core/policies.ts";
import type { Context } from "#lib/data/context.ts";
import { countFindings, countFound, type HealthRow, listFound } from "#lib/data/key-health.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitKeys } from "./authorize.ts";

/** Numbers on the overview stop here: what counts is that there are many. */
export const COUNTED_MAX = 1_000;

/** How many keys of a place each of these findings is about, up to {@link COUNTED_MAX}. */
export async function countKeyFindings(
	ctx: Context,
	{ locationId, findings }: { locationId: string | null; findings?: readonly Finding[] },
): Promise<Partial<FindingCounts>> {
	permitKeys(ctx, locationId, "read");
	const scene = { agencyId: ctx.agencyId, locationId, now: ctx.now };
	return inTransaction(ctx, (tx) => countFindings(tx, scene, COUNTED_MAX, findings));
}

type Asked = { locationId: string | null; finding: Finding; page: number; pageSize: number };

/** One page of the keys that a finding is about, the newest first, and how many there are. */
export async function listFindings(
	ctx: Context,
	{ locationId, finding, page, pageSize }: Asked,
): Promise<{ rows: FoundKey[]; total: number }> {
	permitKeys(ctx, locationId, "read");
	const scene = { agencyId: ctx.agencyId, locationId, now: ctx.now };
	return inTransaction(ctx, async (tx) => {
		const total = await countFound(tx, scene, finding);
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const rows = await listFound(tx, scene, {
			finding,
			skip: (page - 1) * pageSize,
			max: pageSize,
			total,
		});
		return { rows: rows.map((row) => presentFound(row, policy, ctx.now)), total };
	});
}

function presentFound(row: HealthRow, policy: Policy, now: Date): FoundKey {
	const idleness = idlenessOf(row, policy.inactivityDays);
	const end = planOf(row.countdown, idleness, now).at(-1)?.at;
	const { olderEndsAt, olderUsedAt } = row;
	return {
		id: row.id,
		level: row.level,
		location: row.locationName === null ? null : { name: row.locationName, slug: row.locationSlug ?? "" },
		title: row.title,
		role: row.role,
		scopes: row.scopes,
		status: keyStatus(row, now),
		createdAt: row.createdAt.toISOString(),
		lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
		idleSince: idleness.since.toISOString(),
		deletesAt: end?.toISOString() ?? null,
		expiresAt: row.expiresAt?.toISOString() ?? null,
		secretSince: row.secretSince.toISOString(),
		rotateEveryDays: row.rotateEveryDays,
		recentAddresses: row.recentAddresses,
		older:
			olderEndsAt && olderUsedAt
				? { endsAt: olderEndsAt.toISOString(), usedAt: olderUsedAt.toISOString() }
				: null,
	};
}

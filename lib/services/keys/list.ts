import { notFound } from "#lib/core/errors.ts";
import { idlenessOf, stillHolds } from "#lib/core/keys/countdown.ts";
import { type KeySummary, keyStatus, maskKey } from "#lib/core/keys/key.ts";
import { refillOf } from "#lib/core/keys/refill.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Policy } from "#lib/core/policies.ts";
import { foldName } from "#lib/core/text.ts";
import type { Context } from "#lib/data/context.ts";
import { matchKeys } from "#lib/data/key-count.ts";
import type { KeyListRow, KeyQuery } from "#lib/data/key-list.ts";
import { listKeyRows } from "#lib/data/key-page.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inSnapshot } from "#lib/data/transaction.ts";

export type { KeyQuery } from "#lib/data/key-list.ts";

/** The keys of a level, or of one location. */
export type KeyPlaces = Pick<KeyQuery, "level" | "locationId">;

/** One page of the agency's keys, or of one location's, and how many match in all. */
export async function listKeys(
	ctx: Context,
	asked: KeyQuery,
): Promise<{ rows: KeySummary[]; total: number }> {
	permitList(ctx, asked);
	const search = foldName(asked.search ?? "");
	// PostgreSQL refuses to compare a text with a NUL, which no title has.
	if (search.includes("\0")) return { rows: [], total: 0 };
	const query = { ...asked, search };
	return inSnapshot(ctx, async (tx) => {
		const matches = await matchKeys(tx, ctx.agencyId, query, ctx.now);
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const rows = await listKeyRows(tx, ctx.agencyId, query, matches, ctx.now);
		return { rows: rows.map((row) => summarizeKey(row, policy, ctx.now)), total: matches.total };
	});
}

/** People of a location list its keys alone; only agency people may list without naming one. */
export function permitList(ctx: Context, query: KeyPlaces) {
	const place = query.level === "LOCATION" ? (query.locationId ?? null) : null;
	const permission = place === null ? "agency_key.read" : keyPermission(place, "read");
	if (!isAllowed(ctx.grants, permission, place)) throw notFound();
}

function deletesAt(row: KeyListRow, { inactivityDays }: Policy) {
	const { countdownBasis: basis, countdownEndsAt: endsAt } = row;
	return basis && endsAt && stillHolds({ basis, endsAt }, idlenessOf(row, inactivityDays)) ? endsAt : null;
}

export function summarizeKey(row: KeyListRow, policy: Policy, now: Date): KeySummary {
	return {
		id: row.id,
		level: row.level,
		location: row.locationId
			? { id: row.locationId, slug: row.locationSlug ?? "", name: row.locationName ?? "" }
			: null,
		chosenLocations: row.chosenLocations,
		title: row.title,
		description: row.description,
		labels: row.labels,
		role: row.role,
		scopes: row.scopes,
		allowedAddresses: row.allowedAddresses,
		rateLimit:
			row.rateLimitMax !== null && row.rateLimitSeconds !== null
				? { max: row.rateLimitMax, seconds: row.rateLimitSeconds }
				: null,
		creditsRemaining: row.creditsRemaining === null ? null : Number(row.creditsRemaining),
		refill: refillOf(row),
		refillsAt: row.refillsAt?.toISOString() ?? null,
		status: keyStatus(row, now),
		masked: maskKey(row),
		expiresAt: row.expiresAt?.toISOString() ?? null,
		revokedReason: row.revokedReason,
		lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
		createdAt: row.createdAt.toISOString(),
		createdByName: row.createdByName,
		inactivity: { days: row.inactivityDays, exempt: row.inactivityExempt },
		deletesAt: deletesAt(row, policy)?.toISOString() ?? null,
		rotateEveryDays: row.rotateEveryDays,
		version: row.version,
	};
}

import { notFound } from "#lib/core/errors.ts";
import { type Milestone, planOf } from "#lib/core/keys/countdown.ts";
import { isAllowed, keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { listSoonDue } from "#lib/data/countdowns.ts";
import { readPolicy } from "#lib/data/policies.ts";
import { inTransaction } from "#lib/data/transaction.ts";

const DAY_MS = 86_400_000;
const PREVIEW_DAYS = 30;
const SHOWN_MAX = 500;

/** A key that the next clean-ups will concern unless somebody uses it. Instants are ISO 8601. */
export type CleanUpRow = {
	id: string;
	title: string;
	location: { name: string; slug: string } | null;
	idleSince: string;
	days: number;
	/** Whether the period is the key's own, and not the agency's. */
	ownDays: boolean;
	/** What happens next: a notice so many days before, or the deletion when that is null. */
	next: { at: string; notice: number | null };
	/** Null when it lies beyond the preview. */
	deletedAt: string | null;
};

export type CleanUpPreview = {
	rows: CleanUpRow[];
	/** There are more than are shown. */
	isCut: boolean;
	/** The agency's period; null when it deletes none. */
	agencyDays: number | null;
};

/** Who gets a notice or is deleted within the next 30 days, when, and why: in the agency, or at one location. */
export function previewCleanUp(
	ctx: Context,
	{ locationId }: { locationId: string | null },
): Promise<CleanUpPreview> {
	const permission = locationId === null ? "agency_key.read" : keyPermission(locationId, "read");
	if (!isAllowed(ctx.grants, permission, locationId)) throw notFound();
	const until = new Date(ctx.now.getTime() + PREVIEW_DAYS * DAY_MS);
	return inTransaction(ctx, async (tx) => {
		const { policy } = await readPolicy(tx, ctx.agencyId);
		const agencyDays = policy.inactivityDays;
		const query = { agencyDays, until, locationId, atMost: SHOWN_MAX + 1 };
		const found = await listSoonDue(tx, ctx.agencyId, query);
		const rows = found.slice(0, SHOWN_MAX).flatMap((row) => {
			const plan = planOf(row.countdown, row, ctx.now);
			const [next] = plan;
			if (!next || row.days === null) return [];
			const end = plan.at(-1)?.at;
			return {
				id: row.id,
				title: row.title,
				location: row.locationName === null ? null : { name: row.locationName, slug: row.locationSlug ?? "" },
				idleSince: row.since.toISOString(),
				days: row.days,
				ownDays: row.ownDays,
				next: isoOf(next),
				deletedAt: end && end <= until ? end.toISOString() : null,
			};
		});
		return { rows, isCut: found.length > SHOWN_MAX, agencyDays };
	});
}

const isoOf = ({ at, notice }: Milestone) => ({ at: at.toISOString(), notice });

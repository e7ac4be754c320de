import type { Context } from "#lib/data/context.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitPeople, permitRole } from "../permit-people.ts";
import { propagate } from "../propagate.ts";
import { endMembership } from "./end-membership.ts";
import { lockAgencyMembership } from "./lock-agency-membership.ts";

/** Takes a person's role in the agency and all their roles at its locations. Their sessions end with it, everywhere. */
export async function removeFromAgency(ctx: Context, { personId }: { personId: string }) {
	permitPeople(ctx, null, "write");
	const removal = inTransaction(ctx, async (tx) => {
		const before = await lockAgencyMembership(tx, ctx, personId);
		if (before.role) permitRole(ctx, null, before.role);
		for (const { locationId, role } of before.locations) permitRole(ctx, locationId, role);
		await endSessionsOf(tx, personId, ctx.now);
		return endMembership(tx, ctx, {
			personId,
			locationId: null,
			action: "agency_member.remove",
			before,
		});
	});
	return propagate(ctx, removal);
}

import type { Context } from "#lib/data/context.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { actingPerson } from "../permit-people.ts";
import { propagate } from "../propagate.ts";
import { requireStepUp } from "../require-step-up.ts";
import { endMembership } from "./end-membership.ts";
import { lockAgencyMembership } from "./lock-agency-membership.ts";

/** Gives up all that the actor is in the agency. Their sessions go on: they may belong elsewhere. */
export async function leaveAgency(ctx: Context) {
	const { id: personId } = actingPerson(ctx);
	const departure = inTransaction(ctx, async (tx) => {
		const before = await lockAgencyMembership(tx, ctx, personId);
		if (before.role === "OWNER") requireStepUp(ctx, "You are about to give up your ownership.");
		return endMembership(tx, ctx, { personId, locationId: null, action: "agency_member.leave", before });
	});
	return propagate(ctx, departure);
}

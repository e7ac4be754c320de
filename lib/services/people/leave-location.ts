import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { lockRolesAtLocation } from "#lib/data/members.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { actingPerson } from "../permit-people.ts";
import { propagate } from "../propagate.ts";
import { endMembership } from "./end-membership.ts";

/** Gives up the actor's own role at a location. Their sessions go on: they may belong elsewhere. */
export async function leaveLocation(ctx: Context, { locationId }: { locationId: string }) {
	const { id: personId } = actingPerson(ctx);
	const departure = inTransaction(ctx, async (tx) => {
		const role = (await lockRolesAtLocation(tx, ctx.agencyId, locationId, [personId])).get(personId);
		if (!role) throw notFound();
		return endMembership(tx, ctx, {
			personId,
			locationId,
			action: "location_member.leave",
			before: { role },
		});
	});
	return propagate(ctx, departure);
}

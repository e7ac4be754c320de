import { notFound } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { lockRolesAtLocation } from "#lib/data/members.ts";
import { endSessionsOf } from "#lib/data/sessions.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitPeople, permitRole } from "../permit-people.ts";
import { propagate } from "../propagate.ts";
import { endMembership } from "./end-membership.ts";

type Member = { personId: string; locationId: string };

/** Takes a person's role at one location. What else they are in the agency stays; their sessions end. */
export async function removeFromLocation(ctx: Context, { personId, locationId }: Member) {
	permitPeople(ctx, locationId, "write");
	const removal = inTransaction(ctx, async (tx) => {
		const role = (await lockRolesAtLocation(tx, ctx.agencyId, locationId, [personId])).get(personId);
		if (!role) throw notFound();
		permitRole(ctx, locationId, role);
		await endSessionsOf(tx, personId, ctx.now);
		return endMembership(tx, ctx, {
			personId,
			locationId,
			action: "location_member.remove",
			before: { role },
		});
	});
	return propagate(ctx, removal);
}

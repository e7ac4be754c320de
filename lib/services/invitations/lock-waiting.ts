import { notFound } from "#lib/core/errors.ts";
import { offerOf } from "#lib/core/people/invitation.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { lockInvitation } from "#lib/data/invitations.ts";
import { permitPeople } from "../permit-people.ts";

/** Locks an invitation without an answer at a place whose people the actor may change. It may have expired. */
export async function lockWaiting(tx: Tx, ctx: Context, invitationId: string) {
	const invitation = await lockInvitation(tx, ctx.agencyId, invitationId);
	if (!invitation || invitation.acceptedAt || invitation.withdrawnAt || invitation.location?.deletedAt) {
		throw notFound();
	}
	const offer = offerOf(invitation);
	permitPeople(ctx, offer.locationId, "write");
	return { invitation, offer };
}

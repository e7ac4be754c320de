import { newOneTimeToken } from "#lib/core/one-time-token.ts";
import { invitationEnd } from "#lib/core/people/invitation.ts";
import type { Context } from "#lib/data/context.ts";
import { updateInvitation } from "#lib/data/invitations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { actingPerson, permitRole } from "../permit-people.ts";
import { type DeliveryWay, deliver, languageOfInvitation } from "./deliver.ts";
import { lockWaiting } from "./lock-waiting.ts";

type Resend = { invitationId: string; way: DeliveryWay };

/** Makes a new link, good for another week; the one before is dead. Whoever sends it vouches for the offer from now on. */
export async function resendInvitation(ctx: Context, { invitationId, way }: Resend) {
	const inviter = actingPerson(ctx);
	const { token, digest } = newOneTimeToken();
	const { invitation, language } = await inTransaction(ctx, async (tx) => {
		const { invitation: before, offer } = await lockWaiting(tx, ctx, invitationId);
		permitRole(ctx, offer.locationId, offer.role);

		const after = await updateInvitation(tx, ctx.agencyId, invitationId, {
			tokenDigest: digest,
			invitedById: inviter.id,
			invitedByName: inviter.name,
			sentAt: ctx.now,
			expiresAt: invitationEnd(ctx.now),
		});
		await recordAudit(tx, ctx, {
			action: "invitation.resend",
			subject: { kind: "invitation", id: invitationId },
			locationId: offer.locationId,
			before: { expiresAt: before.expiresAt.toISOString() },
			after: { email: after.email, role: offer.role, expiresAt: after.expiresAt.toISOString() },
		});
		return { invitation: after, language: await languageOfInvitation(tx, after.email, inviter) };
	});
	const delivery = await deliver(invitation, token, { way, language });
	return { id: invitation.id, email: invitation.email, ...delivery };
}

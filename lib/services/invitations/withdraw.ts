import type { Context } from "#lib/data/context.ts";
import { updateInvitation } from "#lib/data/invitations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permitOwners } from "../permit-people.ts";
import { lockWaiting } from "./lock-waiting.ts";

/** Takes an offer back: its link is dead. What owners offer to a future owner, owners take back. */
export function withdrawInvitation(ctx: Context, { invitationId }: { invitationId: string }) {
	return inTransaction(ctx, async (tx) => {
		const { invitation, offer } = await lockWaiting(tx, ctx, invitationId);
		if (offer.role === "OWNER") permitOwners(ctx);

		await updateInvitation(tx, ctx.agencyId, invitationId, { withdrawnAt: ctx.now });
		await recordAudit(tx, ctx, {
			action: "invitation.withdraw",
			subject: { kind: "invitation", id: invitationId },
			locationId: offer.locationId,
			before: { email: invitation.email, role: offer.role },
		});
		return { email: invitation.email };
	});
}

import { notFound } from "#lib/core/errors.ts";
import { lockAgency, updateAgency } from "#lib/data/agencies.ts";
import type { Context } from "#lib/data/context.ts";
import { deleteCountdownsAt } from "#lib/data/countdowns.ts";
import { withdrawNotificationsAt } from "#lib/data/notifications.ts";
import { withdrawOpenInvitations } from "#lib/data/open-invitations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { permit } from "../permit.ts";
import { propagate } from "../propagate.ts";
import { refuseWrongName } from "../refuse-wrong-name.ts";
import { requireStepUp } from "../require-step-up.ts";

/**
 * Deletes the agency for good: all of its keys are unknown from here on, nobody enters it any more, and open invitations
 * are withdrawn. The rows stay for the audit log.
 */
export async function deleteAgency(ctx: Context, { typedName }: { typedName: string }) {
	permit(ctx, "agency.delete");
	const change = inTransaction(ctx, async (tx) => {
		const agency = await lockAgency(tx, ctx.agencyId);
		if (!agency) throw notFound();
		refuseWrongName(typedName, agency.name);
		requireStepUp(ctx, "Deleting the agency ends all of its keys for good.");
		await updateAgency(tx, ctx.agencyId, { deletedAt: ctx.now });
		const withdrawnInvitations = await withdrawOpenInvitations(tx, ctx.agencyId, "all", ctx.now);
		await deleteCountdownsAt(tx, ctx.agencyId, null);
		await withdrawNotificationsAt(tx, ctx.agencyId, null, ctx.now);
		await recordAudit(tx, ctx, {
			action: "agency.delete",
			subject: { kind: "agency", id: ctx.agencyId },
			before: { name: agency.name, slug: agency.slug },
			after: { deletedAt: ctx.now.toISOString(), withdrawnInvitations },
		});
		return { name: agency.name };
	});
	return propagate(ctx, change);
}

import type { Context } from "#lib/data/context.ts";
import { deleteCountdownsAt } from "#lib/data/countdowns.ts";
import { updateLocation } from "#lib/data/locations.ts";
import { withdrawNotificationsAt } from "#lib/data/notifications.ts";
import { withdrawOpenInvitations } from "#lib/data/open-invitations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { recordAudit } from "../audit/record.ts";
import { propagate } from "../propagate.ts";
import { refuseWrongName } from "../refuse-wrong-name.ts";
import { requireStepUp } from "../require-step-up.ts";
import { lockChangeableLocation } from "./authorize.ts";

/** A person types the name; a key has been given the right to. */
type Deletion = { locationId: string; typedName?: string };

/**
 * Deletes a location for good. Its keys are unknown from here on, roles at it give no rights any more, and open invitations
 * to it are withdrawn; the rows stay for the audit log.
 */
export function deleteLocation(ctx: Context, { locationId, typedName }: Deletion) {
	const change = inTransaction(ctx, async (tx) => {
		const { id, name, slug } = await lockChangeableLocation(tx, ctx, locationId);
		if (ctx.actor.kind !== "key") {
			refuseWrongName(typedName ?? "", name);
			requireStepUp(ctx, "Deleting a location ends its keys for good.");
		}
		await updateLocation(tx, ctx.agencyId, id, { deletedAt: ctx.now });
		const withdrawnInvitations = await withdrawOpenInvitations(tx, ctx.agencyId, { locationId: id }, ctx.now);
		await deleteCountdownsAt(tx, ctx.agencyId, id);
		await withdrawNotificationsAt(tx, ctx.agencyId, id, ctx.now);
		await recordAudit(tx, ctx, {
			action: "location.delete",
			subject: { kind: "location", id },
			locationId: id,
			before: { name, slug },
			after: { deletedAt: ctx.now.toISOString(), withdrawnInvitations },
		});
		return { id, name };
	});
	return propagate(ctx, change);
}

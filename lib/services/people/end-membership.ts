import type { AuditAction } from "#lib/core/audit.ts";
import { notFound } from "#lib/core/errors.ts";
import type { LocationRole } from "#lib/core/permissions.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { withdrawInvitations } from "#lib/data/invitations.ts";
import { lockEnabledKeysOf } from "#lib/data/keys.ts";
import { deleteMemberships } from "#lib/data/members.ts";
import { findPersonById } from "#lib/data/people.ts";
import { recordAudit } from "../audit/record.ts";
import { applyLeaverPolicy } from "../keys/apply-leaver-policy.ts";

type Ending = {
	personId: string;
	/** Null ends everything that the person has in the agency. */
	locationId: string | null;
	action: AuditAction;
	before: object;
};

/**
 * Takes a person's roles away, with what would bring them back: invitations that wait for them at the place. Their keys
 * follow the agency's policy.
 */
export async function endMembership(tx: Tx, ctx: Context, { personId, locationId, action, before }: Ending) {
	const person = await takeRoles(tx, ctx, personId, [locationId]);
	// Its events lock the chain's end, after which nothing else may be locked.
	const keysSwitchedOff = await applyLeaverPolicy(tx, ctx, { personId, locationId });
	await recordAudit(tx, ctx, { action, subject: { kind: "person", id: personId }, locationId, before });
	return { name: person.name, keysSwitchedOff };
}

type Loss = { locationId: string; role: LocationRole };

/** {@link endMembership} at several locations. All that has to be locked is locked before the first event is written. */
export async function endMembershipsAt(tx: Tx, ctx: Context, personId: string, losses: readonly Loss[]) {
	if (losses.length === 0) return;
	const locationIds = losses.map(({ locationId }) => locationId);
	await takeRoles(tx, ctx, personId, locationIds);
	await lockEnabledKeysOf(tx, ctx.agencyId, personId, null);
	for (const { locationId, role } of losses) {
		await applyLeaverPolicy(tx, ctx, { personId, locationId });
		await recordAudit(tx, ctx, {
			action: "location_member.remove",
			subject: { kind: "person", id: personId },
			locationId,
			before: { role },
		});
	}
}

async function takeRoles(tx: Tx, ctx: Context, personId: string, places: readonly (string | null)[]) {
	const person = await findPersonById(tx, personId);
	if (!person) throw notFound();
	for (const locationId of places) {
		await deleteMemberships(tx, ctx.agencyId, personId, locationId);
		const offers = { email: person.email, ...(locationId && { locationId }) };
		await withdrawInvitations(tx, ctx.agencyId, offers, ctx.now);
	}
	return person;
}

import type { AuditAction } from "#lib/core/audit.ts";
import { notFound } from "#lib/core/errors.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { withdrawInvitations } from "#lib/data/invitations.ts";
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
	const person = await findPersonById(tx, personId);
	if (!person) throw notFound();
	await deleteMemberships(tx, ctx.agencyId, personId, locationId);
	const offers = { email: person.email, ...(locationId && { locationId }) };
	await withdrawInvitations(tx, ctx.agencyId, offers, ctx.now);
	// Its events lock the chain's end, after which nothing else may be locked.
	const keysSwitchedOff = await applyLeaverPolicy(tx, ctx, { personId, locationId });
	await recordAudit(tx, ctx, { action, subject: { kind: "person", id: personId }, locationId, before });
	return { name: person.name, keysSwitchedOff };
}

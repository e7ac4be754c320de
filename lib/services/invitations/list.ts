import { offerOf } from "#lib/core/people/invitation.ts";
import type { InvitationSummary } from "#lib/core/people/person.ts";
import type { Context } from "#lib/data/context.ts";
import { type InvitationFacts, listWaitingInvitations } from "#lib/data/invitations.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { permitPeople } from "../permit-people.ts";

/** The invitations that wait for an answer: the whole agency's, or one location's. Expired ones can be sent again. */
export async function listInvitations(ctx: Context, locationId: string | null): Promise<InvitationSummary[]> {
	permitPeople(ctx, locationId, "read");
	const rows = await inTransaction(ctx, (tx) => listWaitingInvitations(tx, ctx.agencyId, locationId));
	return rows.map((row) => summarize(row, ctx.now));
}

const summarize = (row: InvitationFacts, now: Date): InvitationSummary => ({
	id: row.id,
	email: row.email,
	role: offerOf(row).role,
	location: row.locationId && row.location ? { id: row.locationId, name: row.location.name } : null,
	invitedByName: row.invitedByName,
	sentAt: row.sentAt.toISOString(),
	expiresAt: row.expiresAt.toISOString(),
	isExpired: row.expiresAt <= now,
});

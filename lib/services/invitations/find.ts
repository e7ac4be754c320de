import { digestToken, TokenText } from "#lib/core/one-time-token.ts";
import { isOpen, offerOf } from "#lib/core/people/invitation.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import type { Database, Tx } from "#lib/data/client.ts";
import { findInvitation, type InvitationFacts, locateInvitation } from "#lib/data/invitations.ts";
import { findPersonByEmail } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** What somebody who holds the link may know of an invitation. */
export type FoundInvitation = {
	email: string;
	role: PersonRole;
	agencyName: string;
	locationName: string | null;
	invitedByName: string;
	/** Whether somebody signs in with its address already. */
	hasAccount: boolean;
};

/** Whether an invitation may still be accepted, and its place is still there. */
export const isAcceptable = (invitation: InvitationFacts, now: Date) =>
	isOpen(invitation, now) && !invitation.agency.deletedAt && !invitation.location?.deletedAt;

/** Where the invitation of a link is; null when no link says this. */
export const locate = (database: Database, token: string) =>
	TokenText.safeParse(token).success
		? transactAs(database, {}, (tx) => locateInvitation(tx, digestToken(token)))
		: null;

/** The invitation behind a link, or null alike when it is unknown, accepted, withdrawn, expired or replaced. */
export async function findOpenInvitation(
	database: Database,
	token: string,
	now: Date,
): Promise<FoundInvitation | null> {
	const place = await locate(database, token);
	if (!place) return null;
	const { agencyId, id } = place;
	return transactAs(database, { agencyId }, async (tx) => {
		const invitation = await findInvitation(tx, agencyId, id);
		return invitation && isAcceptable(invitation, now) ? summarize(tx, invitation) : null;
	});
}

const summarize = async (tx: Tx, invitation: InvitationFacts): Promise<FoundInvitation> => ({
	email: invitation.email,
	role: offerOf(invitation).role,
	agencyName: invitation.agency.name,
	locationName: invitation.location?.name ?? null,
	invitedByName: invitation.invitedByName,
	hasAccount: (await findPersonByEmail(tx, invitation.email)) !== null,
});

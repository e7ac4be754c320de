import { offerOf } from "#lib/core/people/invitation.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import type { Tx } from "#lib/data/client.ts";
import type { InvitationFacts } from "#lib/data/invitations.ts";
import { findPersonByEmail, findPersonById } from "#lib/data/people.ts";
import { invitationAddress, mailInvitation } from "#lib/mail/invitation-mails.ts";
import { isMailConfigured } from "#lib/mail/send.ts";

/** How the link reaches the person: by mail, or through whoever invites, who sees it this once. */
export type Delivery = { mailed: true } | { mailed: false; link: string };

export type DeliveryWay = "mail" | "link";

/** What an invitation is written in: the language of whoever it is for, where it is known, or else of whoever invites. */
export const languageOfInvitation = async (tx: Tx, email: string, inviter: { id: string }) =>
	(await findPersonByEmail(tx, email))?.language ?? (await findPersonById(tx, inviter.id))?.language ?? null;

/** Hands an invitation's link on. Called after the commit: a mail cannot be taken back. */
export async function deliver(
	invitation: InvitationFacts,
	token: string,
	{ way, language }: { way: DeliveryWay; language: Language | null },
): Promise<Delivery> {
	if (way === "mail" && isMailConfigured() && (await mail(invitation, token, language))) {
		return { mailed: true };
	}
	return { mailed: false, link: invitationAddress(token) };
}

const mail = (invitation: InvitationFacts, token: string, language: Language | null) =>
	mailInvitation(
		{
			email: invitation.email,
			language,
			inviter: invitation.invitedByName,
			agency: invitation.agency.name,
			location: invitation.location?.name ?? null,
			role: offerOf(invitation).role,
			expiresAt: invitation.expiresAt,
		},
		token,
	);

import { env } from "#lib/config/env.ts";
import { offerOf } from "#lib/core/people/invitation.ts";
import { englishOf } from "#lib/core/texts/english.ts";
import type { InvitationFacts } from "#lib/data/invitations.ts";
import { isMailConfigured, sendMail } from "#lib/mail/send.ts";

/** How the link reaches the person: by mail, or through whoever invites, who sees it this once. */
export type Delivery = { mailed: true } | { mailed: false; link: string };

export type DeliveryWay = "mail" | "link";

/** Hands an invitation's link on. Called after the commit: a mail cannot be taken back. */
export async function deliver(
	invitation: InvitationFacts,
	token: string,
	way: DeliveryWay,
): Promise<Delivery> {
	const link = `${env().APP_ORIGIN}/invitation?token=${token}`;
	if (way === "mail" && isMailConfigured() && (await sendMail(mailOf(invitation, link)))) {
		return { mailed: true };
	}
	return { mailed: false, link };
}

function mailOf(invitation: InvitationFacts, link: string) {
	const { email, agency, location, invitedByName, expiresAt } = invitation;
	const place = oneLine(location ? `${location.name} of ${agency.name}` : agency.name);
	const until = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(expiresAt);
	const text = [
		`${oneLine(invitedByName)} invites you to manage the API keys of ${place}.`,
		`Your role will be: ${englishOf("shell")(`roles.${offerOf(invitation).role}`)}.`,
		"",
		"Open this link to accept:",
		link,
		"",
		`It works once, for ${email}, until ${until}.`,
		"If you did not expect this, do nothing and delete this mail.",
		"",
	].join("\n");
	return { to: email, subject: `Invitation to ${place}`, text };
}

/** Names are one line by rule; nothing that is not may reach a header or begin a line of its own. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

import { env } from "#lib/config/env.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import { momentIn } from "#lib/core/texts/day-in.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import { textsIn } from "#lib/core/texts/texts-in.ts";
import { languageFor, wordsFor } from "./reader.ts";
import { sendMail } from "./send.ts";

type Invited = {
	email: string;
	/** Theirs, or that of whoever invites. */
	language: Language | null;
	inviter: string;
	agency: string;
	location: string | null;
	role: PersonRole;
	expiresAt: Date;
};

export const invitationAddress = (token: string) => `${env().APP_ORIGIN}/invitation?token=${token}`;

/** Offers what the page of the link offers, in the same words. */
export function mailInvitation({ email, expiresAt, ...offer }: Invited, token: string) {
	const [t, language] = [wordsFor(offer), languageFor(offer)];
	const place = { agency: oneLine(offer.agency), location: oneLine(offer.location ?? "") };
	const to = offer.location === null ? "toAgency" : "toLocation";
	const said = textsIn(language, "auth").markup(`invitation.${to}`, {
		...place,
		inviter: oneLine(offer.inviter),
		role: textsIn(language, "shell")(`roles.${offer.role}`),
		bdi: (name) => name,
		strong: (role) => role,
	});
	const text = [
		said,
		`${t("invitation.open")}\n${invitationAddress(token)}`,
		`${t("invitation.once", { email, until: momentIn(language)(expiresAt) })}\n${t("invitation.unexpected")}`,
	].join("\n\n");
	return sendMail({ to: email, subject: t(`invitation.${to}`, place), text });
}

/** Names are one line by rule; nothing that is not may reach a header or begin a line of its own. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

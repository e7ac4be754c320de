import { env } from "#lib/config/env.ts";
import type { Texts } from "#lib/core/texts/texts.ts";
import { type Reader, wordsFor } from "./reader.ts";
import { sendMail } from "./send.ts";

/** What happened to an account, for its owner to notice if it was not they. */
export type AccountEvent = keyof Texts["mails"]["account"];

type Letter = { subject: string; paragraphs: string[] };

const send = (reader: Reader, { subject, paragraphs }: Letter, to = reader.email) => {
	const hello = wordsFor(reader)("hello", { name: reader.name });
	return sendMail({ to, subject, text: [hello, ...paragraphs].join("\n\n") });
};

const notYou = (reader: Reader) =>
	wordsFor(reader)("notYou", { address: `${env().APP_ORIGIN}/reset-password` });

export const tellAccountEvent = (reader: Reader, event: AccountEvent) => {
	const t = wordsFor(reader);
	return send(reader, {
		subject: t(`account.${event}.subject`),
		paragraphs: [t(`account.${event}.text`), notYou(reader)],
	});
};

/** To the address that was the person's until now. */
export const tellEmailChanged = (reader: Reader, next: string) => {
	const t = wordsFor(reader);
	return send(reader, {
		subject: t("email.changed.subject"),
		paragraphs: [t("email.changed.text", { next }), t("email.changed.notYou")],
	});
};

/** To the present address, when another one was asked for. */
export const tellEmailChangeAsked = (reader: Reader, next: string) => {
	const t = wordsFor(reader);
	return send(reader, {
		subject: t("email.asked.subject"),
		paragraphs: [t("email.asked.text", { next }), notYou(reader)],
	});
};

export const mailEmailLink = (reader: Reader, next: string, token: string) => {
	const t = wordsFor(reader);
	const link = `${env().APP_ORIGIN}/account/confirm-email?token=${token}`;
	const paragraphs = [t("email.confirm.text"), link, t("email.confirm.notYou")];
	return send(reader, { subject: t("email.confirm.subject"), paragraphs }, next);
};

export const resetAddress = (token: string) => `${env().APP_ORIGIN}/reset-password?token=${token}`;

export const mailResetLink = (reader: Reader, token: string) => {
	const t = wordsFor(reader);
	return send(reader, {
		subject: t("reset.subject"),
		paragraphs: [t("reset.text"), resetAddress(token), t("reset.notYou")],
	});
};

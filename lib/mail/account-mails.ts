import { env } from "#lib/config/env.ts";
import { sendMail } from "./send.ts";

type Reader = { name: string; email: string };

/** What happened to an account, for its owner to notice if it was not they. */
const EVENTS = {
	password: ["Your password was changed", "The password of your Latchkey account was changed."],
	secondFactorOn: ["Your second factor is on", "A second factor was set up for your Latchkey account."],
	secondFactorOff: [
		"Your second factor is off",
		"The second factor of your Latchkey account was switched off.",
	],
	recoveryCodes: [
		"You have new recovery codes",
		"New recovery codes were made for your Latchkey account; the ones before count no more.",
	],
	recoveryCodeUsed: [
		"A recovery code was used",
		"A recovery code was used in place of the second factor of your Latchkey account.",
	],
} as const;

export type AccountEvent = keyof typeof EVENTS;

const NOT_YOU = () =>
	`If it was not you, set a new password at ${env().APP_ORIGIN}/reset-password and tell an owner of your agency.`;

const letter = ({ name }: Reader, ...paragraphs: string[]) => [`Hello ${name},`, ...paragraphs].join("\n\n");

export const tellAccountEvent = (reader: Reader, event: AccountEvent) => {
	const [subject, sentence] = EVENTS[event];
	return sendMail({ to: reader.email, subject, text: letter(reader, sentence, NOT_YOU()) });
};

/** To the address that was the person's until now. */
export const tellEmailChanged = (reader: Reader, next: string) =>
	sendMail({
		to: reader.email,
		subject: "Your sign-in address was changed",
		text: letter(
			reader,
			`You sign in to Latchkey as ${next} from now on; this address is no longer used.`,
			"If it was not you, tell an owner of your agency at once.",
		),
	});

/** To the present address, when another one was asked for. */
export const tellEmailChangeAsked = (reader: Reader, next: string) =>
	sendMail({
		to: reader.email,
		subject: "Your sign-in address is about to change",
		text: letter(
			reader,
			`Somebody signed in as you asked to sign in as ${next} from now on. The link that was sent there does it.`,
			NOT_YOU(),
		),
	});

export const mailEmailLink = (reader: Reader, next: string, token: string) =>
	sendMail({
		to: next,
		subject: "Confirm your new sign-in address",
		text: letter(
			reader,
			"Open this link within 24 hours to sign in to Latchkey with this address from now on:",
			`${env().APP_ORIGIN}/account/confirm-email?token=${token}`,
			"If you did not ask for it, there is nothing to do.",
		),
	});

export const resetAddress = (token: string) => `${env().APP_ORIGIN}/reset-password?token=${token}`;

export const mailResetLink = (reader: Reader, token: string) =>
	sendMail({
		to: reader.email,
		subject: "Set a new password",
		text: letter(
			reader,
			"Open this link within an hour to set a new password for Latchkey. It works once:",
			resetAddress(token),
			"If you did not ask for it, there is nothing to do: your password stays as it is.",
		),
	});

"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
import { runAccountAction } from "#lib/actions/run-action.ts";
import { changePassword } from "#lib/auth/change-password.ts";
import { Id } from "#lib/core/ids.ts";
import { MailChoice } from "#lib/core/mail-choice.ts";
import { TokenText } from "#lib/core/one-time-token.ts";
import { Email, TypedPassword } from "#lib/core/people/email.ts";
import { qrCode } from "#lib/core/people/qr-code.ts";
import { TypedCode } from "#lib/core/people/second-factor.ts";
import { singleLine } from "#lib/core/text.ts";
import {
	mailEmailLink,
	tellAccountEvent,
	tellEmailChangeAsked,
	tellEmailChanged,
} from "#lib/mail/account-mails.ts";
import { isMailConfigured } from "#lib/mail/send.ts";
import { chooseMail } from "#lib/services/notifications/settings.ts";
import { askToConfirmEmail, changeEmail, confirmEmail } from "#lib/services/people/change-email.ts";
import { changeName } from "#lib/services/people/change-name.ts";
import { beginSecondFactor } from "#lib/services/second-factor/begin.ts";
import { confirmSecondFactor } from "#lib/services/second-factor/confirm.ts";
import { disableSecondFactor } from "#lib/services/second-factor/disable.ts";
import { renewRecoveryCodes } from "#lib/services/second-factor/renew-recovery-codes.ts";
import { endOtherSessions, endOwnSession } from "#lib/services/sessions/end-own.ts";

const NameForm = z.strictObject({ name: singleLine(80, "The name") });
const EmailForm = z.strictObject({ email: Email });
const TokenForm = z.strictObject({ token: TokenText });
const PasswordForm = z.strictObject({ current: TypedPassword, next: TypedPassword });
const CodeForm = z.strictObject({ code: TypedCode });
const SessionForm = z.strictObject({ sessionId: Id });
const MailForm = z.strictObject({ mail: MailChoice });
const NoInput = z.undefined();

const PAGE = "/account";

export async function changeNameAction(input: unknown) {
	return runAccountAction({ input, schema: NameForm }, async (account, { name }) => {
		await changeName(account, name);
		revalidatePath(PAGE, "layout");
		return { message: (await textsOf("account"))("done.name"), data: undefined };
	});
}

/** With mail, the change waits for a link to the new address. */
export async function changeEmailAction(input: unknown) {
	type Sent = { linkSentTo: string | null };
	return runAccountAction<{ email: string }, Sent>(
		{ input, schema: EmailForm },
		async (account, { email }) => {
			const { person } = account;
			if (!isMailConfigured()) {
				await changeEmail(account, email);
				revalidatePath(PAGE, "layout");
				return { message: (await textsOf("account"))("done.email"), data: { linkSentTo: null } };
			}
			const { token } = await askToConfirmEmail(account, email);
			after(() => Promise.all([mailEmailLink(person, email, token), tellEmailChangeAsked(person, email)]));
			return { message: (await textsOf("account"))("done.emailLink"), data: { linkSentTo: email } };
		},
	);
}

export async function confirmEmailAction(input: unknown) {
	return runAccountAction({ input, schema: TokenForm }, async (account, { token }) => {
		const { email, before } = await confirmEmail(account, token);
		after(() => tellEmailChanged({ ...account.person, email: before }, email));
		revalidatePath(PAGE, "layout");
		return { message: (await textsOf("account"))("done.email"), data: { email } };
	});
}

export async function changePasswordAction(input: unknown) {
	return runAccountAction({ input, schema: PasswordForm }, async (account, passwords) => {
		await changePassword(account, passwords);
		after(() => tellAccountEvent(account.person, "password"));
		revalidatePath(PAGE);
		return { message: (await textsOf("account"))("done.password"), data: undefined };
	});
}

/** The seed leaves the server in this answer alone. */
export async function beginSecondFactorAction(input: unknown) {
	return runAccountAction({ input, schema: NoInput }, async (account) => {
		const { seed, uri } = await beginSecondFactor(account);
		return { message: "", data: { seed, qrCode: qrCode(uri) } };
	});
}

export async function confirmSecondFactorAction(input: unknown) {
	return runAccountAction({ input, schema: CodeForm }, async (account, { code }) => {
		const data = await confirmSecondFactor(account, code);
		after(() => tellAccountEvent(account.person, "secondFactorOn"));
		return { message: (await textsOf("account"))("done.factorOn"), data };
	});
}

export async function disableSecondFactorAction(input: unknown) {
	return runAccountAction({ input, schema: NoInput }, async (account) => {
		await disableSecondFactor(account);
		after(() => tellAccountEvent(account.person, "secondFactorOff"));
		revalidatePath(PAGE, "layout");
		return { message: (await textsOf("account"))("done.factorOff"), data: undefined };
	});
}

export async function renewRecoveryCodesAction(input: unknown) {
	return runAccountAction({ input, schema: NoInput }, async (account) => {
		const data = await renewRecoveryCodes(account);
		after(() => tellAccountEvent(account.person, "recoveryCodes"));
		return { message: (await textsOf("account"))("done.codes"), data };
	});
}

export async function endSessionAction(input: unknown) {
	return runAccountAction({ input, schema: SessionForm }, async (account, { sessionId }) => {
		await endOwnSession(account, sessionId);
		revalidatePath(PAGE);
		return { message: (await textsOf("account"))("done.session"), data: undefined };
	});
}

export async function endOtherSessionsAction(input: unknown) {
	return runAccountAction({ input, schema: NoInput }, async (account) => {
		const { ended } = await endOtherSessions(account);
		revalidatePath(PAGE);
		return {
			message: (await textsOf("account"))("done.sessions", { count: ended }),
			data: undefined,
		};
	});
}

export async function chooseMailAction(input: unknown) {
	return runAccountAction({ input, schema: MailForm }, async (account, { mail }) => {
		await chooseMail(account, mail);
		revalidatePath(PAGE);
		return { message: (await textsOf("account"))("done.mail"), data: undefined };
	});
}

import { log } from "#lib/config/log.ts";
import { AppError } from "#lib/core/errors.ts";
import { TokenText } from "#lib/core/one-time-token.ts";
import { Email, TypedPassword } from "#lib/core/people/email.ts";
import { IN_PLAIN_WORDS } from "#lib/core/plain-issues.ts";
import { database } from "#lib/data/client.ts";
import { mailResetLink, tellAccountEvent } from "#lib/mail/account-mails.ts";
import { isResetLinkGood, makeResetLink, resetPassword } from "#lib/services/people/reset-password.ts";
import { admitAttempt } from "./throttle.ts";

/** Whether an address may be sent another link now. Counted for every address, whether or not somebody has it. */
export async function admitResetRequest(typedEmail: string, address: string): Promise<boolean> {
	const email = Email.safeParse(typedEmail);
	return admitAttempt({ email: `reset ${email.success ? email.data : ""}`, address });
}

/** Sends a link to whoever has an account with that address. Run it when the answer has been given. */
export async function sendResetLink(typedEmail: string): Promise<void> {
	const email = Email.safeParse(typedEmail);
	if (!email.success) return;
	try {
		const link = await makeResetLink(database(), email.data, new Date());
		if (link) await mailResetLink(link.person, link.token);
	} catch (error) {
		log().error({ err: error }, "a reset link was not sent");
	}
}

/** Whether somebody who holds this link may choose a password. */
export async function mayReset(token: string): Promise<boolean> {
	return TokenText.safeParse(token).success && isResetLinkGood(database(), token, new Date());
}

type Outcome =
	| { outcome: "done"; tell: () => Promise<unknown> }
	| { outcome: "refused"; problem: string }
	| { outcome: "bad_link" | "throttled" | "busy" };

/** Sets the password of whoever holds the link. */
export async function redeemReset(
	{ token, password }: { token: string; password: string },
	address: string,
): Promise<Outcome> {
	if (!TokenText.safeParse(token).success) return { outcome: "bad_link" };
	const typed = TypedPassword.safeParse(password, IN_PLAIN_WORDS);
	if (!typed.success) return { outcome: "refused", problem: typed.error.issues[0]?.message ?? "" };
	if (!(await admitAttempt({ email: `redeem ${token}`, address }))) return { outcome: "throttled" };
	try {
		const reset = await resetPassword(database(), { token, password: typed.data, address }, new Date());
		if (reset.outcome !== "done") return reset;
		return { outcome: "done", tell: () => tellAccountEvent(reset.person, "password") };
	} catch (error) {
		if (error instanceof AppError) return { outcome: "busy" };
		throw error;
	}
}

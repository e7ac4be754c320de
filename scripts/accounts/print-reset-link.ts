import { Email } from "#lib/core/people/email.ts";
import { database } from "#lib/data/client.ts";
import { resetAddress } from "#lib/mail/account-mails.ts";
import { makeResetLink } from "#lib/services/people/reset-password.ts";

/** Makes a reset link and prints it with what to know about it. False when there is nobody to make it for. */
export async function printResetLink(typedEmail: string, print: (line: string) => void): Promise<boolean> {
	const email = Email.safeParse(typedEmail);
	const link = email.success ? await makeResetLink(database(), email.data, new Date()) : null;
	await database().close();
	if (!link) return false;
	print(`For ${link.person.email}, once, within an hour:\n${resetAddress(link.token)}`);
	return true;
}

import { createTransport, type Transporter } from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { processWide } from "#lib/config/process-wide.ts";

export type Mail = { to: string; subject: string; text: string };

const CONNECT_MS_MAX = 5_000;
const SILENCE_MS_MAX = 10_000;

/** Whether mail can be sent at all. Without it, links are shown to whoever may hand them on. */
export const isMailConfigured = () => env().SMTP_URL !== undefined;

/** The address is taken apart here: beside a `url`, nodemailer reads no other option. */
const transport = (url: string) =>
	processWide<Transporter>("mail", () =>
		createTransport({
			...parseConnectionUrl(url),
			connectionTimeout: CONNECT_MS_MAX,
			greetingTimeout: CONNECT_MS_MAX,
			dnsTimeout: CONNECT_MS_MAX,
			socketTimeout: SILENCE_MS_MAX,
			disableFileAccess: true,
			disableUrlAccess: true,
		}),
	);

/**
 * Hands a mail over to the mail server. False when there is none or it did not take it, which the log tells of without
 * the text: callers show the link then. Never called inside a transaction.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
	const { SMTP_URL, MAIL_FROM } = env();
	if (!SMTP_URL) return false;
	try {
		await transport(SMTP_URL).sendMail({ from: MAIL_FROM, ...mail });
		return true;
	} catch (error) {
		log().warn({ err: error }, "mail was not sent");
		return false;
	}
}

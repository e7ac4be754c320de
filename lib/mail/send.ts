import { createTransport, type Transporter } from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import { z } from "zod";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/config/log.ts";
import { processWide } from "#lib/config/process-wide.ts";

export type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> };

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
 * What came of a mail: the server has it; it refuses this one for good; it may take this one later; or there is no server
 * that would talk to us, or take anything from our sender, at all.
 */
export type Handover = "taken" | "refused" | "later" | "away";

/**
 * Hands a mail over to the mail server. False when there is none or it did not take it, which the log tells of without
 * the text: callers show the link then. Never called inside a transaction.
 */
export const sendMail = async (mail: Mail): Promise<boolean> => (await handOver(mail)) === "taken";

/** {@link sendMail} for callers who try again. */
export async function handOver(mail: Mail): Promise<Handover> {
	const { SMTP_URL, MAIL_FROM } = env();
	if (!SMTP_URL) return "away";
	try {
		await transport(SMTP_URL).sendMail({ from: MAIL_FROM, ...mail });
		return "taken";
	} catch (error) {
		log().warn({ err: error }, "mail was not sent");
		return whyNot(error);
	}
}

/** Answers about the recipient or the text are about one mail; everything else, also the sender, is about the server. */
const SmtpAnswer = z.object({
	code: z.enum(["EENVELOPE", "EMESSAGE"]),
	responseCode: z.number(),
	command: z.enum(["RCPT TO", "DATA"]),
});

function whyNot(error: unknown): Handover {
	const answer = SmtpAnswer.safeParse(error).data;
	if (!answer) return "away";
	return answer.responseCode >= 500 ? "refused" : "later";
}

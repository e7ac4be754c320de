import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { whenDone } from "./when-done.ts";

type ReceivedMail = { to: string[]; raw: string; subject: string; text: string };

/** A mail server that keeps what it is sent, for this process to send to until whoever began it is done. */
export async function startMailbox() {
	const mailbox = { received: [] as ReceivedMail[], isFull: false };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		logger: false,
		async onData(stream, session, done) {
			const raw = await text(stream);
			if (mailbox.isFull) return done(new Error("no room"));
			const to = session.envelope.rcptTo.map(({ address }) => address);
			mailbox.received.push({ to, raw, ...partsOf(raw) });
			done();
		},
	});
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	process.env.MAIL_FROM = "Latchkey <keys@example.test>";
	whenDone(() => new Promise<void>((resolve) => server.close(resolve)));
	return mailbox;
}

/** A mail of one part, its words as they were before they were made fit for travel. */
function partsOf(raw: string) {
	const end = raw.indexOf("\r\n\r\n");
	const headers = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, " ");
	const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1] ?? "";
	const body = raw.slice(end + 4);
	const encoding = header("Content-Transfer-Encoding");
	const plain = encoding === "quoted-printable" ? bytesOf(body.replaceAll("=\r\n", "")).toString() : body;
	return {
		subject: wordsOf(header("Subject")),
		text: (encoding === "base64" ? Buffer.from(body, "base64").toString() : plain)
			.replaceAll("\r\n", "\n")
			.trim(),
	};
}

const bytesOf = (quoted: string) =>
	Buffer.from(
		quoted.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
		"latin1",
	);

/** RFC 2047. The space between two encoded words is none. */
const wordsOf = (subject: string) =>
	subject
		.replaceAll(/(\?=) (?==\?)/g, "$1")
		.replaceAll(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, way: string, words: string) =>
			(way.toUpperCase() === "B"
				? Buffer.from(words, "base64")
				: bytesOf(words.replaceAll("_", " "))
			).toString(),
		);

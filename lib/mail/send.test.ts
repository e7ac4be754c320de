import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, expect, test } from "vitest";
import { sendMail } from "./send.ts";

/** Takes connections and never says a word. */
const server = createServer(() => {}).listen(0, "127.0.0.1");
await once(server, "listening");
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = "Latchkey <keys@example.test>";
process.env.LOG_LEVEL = "silent";
afterAll(() => {
	server.close();
});

test("a mail server that says nothing is given up on within seconds", async () => {
	const sent = await sendMail({ to: "somebody@example.test", subject: "Hello", text: "Hello" });

	expect(sent).toBe(false);
}, 9_000);

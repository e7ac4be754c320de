import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import { contextFor, makeAgency } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { invite } from "./invite.ts";
import { resendInvitation } from "./resend.ts";

type Received = { to: string[]; raw: string };

const received: Received[] = [];
let refusesMail = false;
const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ["STARTTLS"],
	logger: false,
	async onData(stream, session, done) {
		const raw = await text(stream);
		if (refusesMail) return done(new Error("no room"));
		received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
		done();
	},
});
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = "Latchkey <keys@example.test>";
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const world = await testWorld();
const offer = { locationId: null, role: "ADMIN" } as const;

const decoded = (raw: string) => raw.replace(/=\r\n/g, "").replace(/=3D/g, "=");

test("an invitation is mailed with its link, and the answer does not carry it", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER", person: { id: agency.id, name: "Ada Owner" } });

	const made = await invite(ctx, { email: "mailed@example.test", offer });

	const mail = received.at(-1);
	expect(made).toMatchObject({ mailed: true });
	expect(JSON.stringify(made)).not.toContain("token");
	expect(mail?.to).toEqual(["mailed@example.test"]);
	expect(decoded(mail?.raw ?? "")).toMatch(/\/invitation\?token=[\w-]{43}/);
	expect(mail?.raw).toContain("Ada Owner");
});

test("names stay in their line: none of them adds a header", async () => {
	const agency = await makeAgency(world);
	await world.owner.query("update agencies set name = $2 where id = $1", [
		agency.id,
		"Evil\r\nBcc: everybody@example.test\r\n\r\nHello",
	]);
	const person = { id: agency.id, name: "Mallory\r\nX-Injected: yes" };

	await invite(contextFor(world, agency, { role: "OWNER", person }), { email: "one@example.test", offer });

	const mail = received.at(-1);
	expect(mail?.to).toEqual(["one@example.test"]);
	expect(mail?.raw).not.toMatch(/^(?:Bcc|X-Injected):/im);
});

test("when the mail server refuses, the link is told instead", async () => {
	const agency = await makeAgency(world);
	refusesMail = true;

	const made = await invite(contextFor(world, agency, { role: "OWNER" }), {
		email: "two@example.test",
		offer,
	});
	refusesMail = false;

	expect(made).toMatchObject({ mailed: false, link: expect.stringMatching(/token=[\w-]{43}$/) });
});

test("whoever wants the link to hand on gets it, and no mail goes out", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const { id: invitationId } = await invite(ctx, { email: "three@example.test", offer });
	const before = received.length;

	const sent = await resendInvitation(ctx, { invitationId, way: "link" });

	expect(sent).toMatchObject({ mailed: false, link: expect.stringContaining("/invitation?token=") });
	expect(received).toHaveLength(before);
});

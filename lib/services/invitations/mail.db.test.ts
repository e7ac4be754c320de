import { expect, test } from "vitest";
import { contextFor, makeAgency, makePerson } from "#lib/testing/factories.ts";
import { startMailbox } from "#lib/testing/mailbox.ts";
import { testWorld } from "#lib/testing/world.ts";
import { invite } from "./invite.ts";
import { resendInvitation } from "./resend.ts";

const mailbox = await startMailbox();
const { received } = mailbox;
const world = await testWorld();
const offer = { locationId: null, role: "ADMIN" } as const;

test("an invitation is mailed with its link, and the answer does not carry it", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER", person: { id: agency.id, name: "Ada Owner" } });

	const made = await invite(ctx, { email: "mailed@example.test", offer });

	const mail = received.at(-1);
	expect(made).toMatchObject({ mailed: true });
	expect(JSON.stringify(made)).not.toContain("token");
	expect(mail?.to).toEqual(["mailed@example.test"]);
	expect(mail?.text).toMatch(/\/invitation\?token=[\w-]{43}/);
	expect(mail?.text).toContain("Ada Owner");
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
	mailbox.isFull = true;

	const made = await invite(contextFor(world, agency, { role: "OWNER" }), {
		email: "two@example.test",
		offer,
	});
	mailbox.isFull = false;

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

test("whoever is unknown is invited in the language of whoever invites, and in English while none is known", async () => {
	const agency = await makeAgency(world);
	const [german, silent] = [await makePerson(world, { language: "de" }), await makePerson(world)];
	const subjectOf = async (person: { id: string; name: string }, email: string) => {
		await invite(contextFor(world, agency, { role: "OWNER", person }), { email, offer });
		return received.at(-1)?.subject;
	};

	expect(await subjectOf(german, "stranger-1@example.test")).toBe(`Einladung zu ${agency.name}`);
	expect(await subjectOf(silent, "stranger-2@example.test")).toBe(`Invitation to ${agency.name}`);
});

test("whoever has an account is invited in their own language, whoever sends it", async () => {
	const agency = await makeAgency(world);
	const inviter = await makePerson(world, { language: "en" });
	const { email } = await makePerson(world, { language: "de" });
	const ctx = contextFor(world, agency, { role: "OWNER", person: inviter });

	const { id: invitationId } = await invite(ctx, { email, offer });
	await resendInvitation(ctx, { invitationId, way: "mail" });

	const subjects = received.filter(({ to }) => to.includes(email)).map(({ subject }) => subject);
	expect(subjects).toEqual([`Einladung zu ${agency.name}`, `Einladung zu ${agency.name}`]);
});

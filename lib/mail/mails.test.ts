import { describe, expect, test } from "vitest";
import type { Notice } from "#lib/core/notifications.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import { startMailbox } from "#lib/testing/mailbox.ts";
import {
	type AccountEvent,
	mailEmailLink,
	mailResetLink,
	tellAccountEvent,
	tellEmailChangeAsked,
	tellEmailChanged,
} from "./account-mails.ts";
import { mailInvitation } from "./invitation-mails.ts";
import { mailNews } from "./notification-mails.ts";

process.env.APP_ORIGIN = "https://keys.example.test";
const { received } = await startMailbox();

const readerIn = (language: Language | null) => ({ name: "Ada", email: "ada@example.test", language });

/** What a mail says that is sent by this, and to whom. */
async function sentBy(send: () => Promise<unknown>) {
	received.length = 0;
	await send();
	expect(received).toHaveLength(1);
	const [mail] = received;
	return { to: mail?.to[0], subject: mail?.subject, text: mail?.text };
}

describe("what happened to an account", () => {
	test.each<[AccountEvent, Language, string, string]>([
		["password", "en", "Your password was changed", "The password of your Latchkey account was changed."],
		["password", "de", "Ihr Passwort wurde geändert", "Das Passwort Ihres Latchkey-Kontos wurde geändert."],
		[
			"secondFactorOn",
			"en",
			"Your second factor is on",
			"A second factor was set up for your Latchkey account.",
		],
		[
			"secondFactorOn",
			"de",
			"Ihr zweiter Faktor ist eingeschaltet",
			"Für Ihr Latchkey-Konto wurde ein zweiter Faktor eingerichtet.",
		],
		[
			"secondFactorOff",
			"en",
			"Your second factor is off",
			"The second factor of your Latchkey account was switched off.",
		],
		[
			"secondFactorOff",
			"de",
			"Ihr zweiter Faktor ist ausgeschaltet",
			"Der zweite Faktor Ihres Latchkey-Kontos wurde ausgeschaltet.",
		],
		[
			"recoveryCodes",
			"en",
			"You have new recovery codes",
			"New recovery codes were made for your Latchkey account; the ones before count no more.",
		],
		[
			"recoveryCodes",
			"de",
			"Sie haben neue Wiederherstellungscodes",
			"Für Ihr Latchkey-Konto wurden neue Wiederherstellungscodes erstellt. Die bisherigen gelten nicht mehr.",
		],
		[
			"recoveryCodeUsed",
			"en",
			"A recovery code was used",
			"A recovery code was used in place of the second factor of your Latchkey account.",
		],
		[
			"recoveryCodeUsed",
			"de",
			"Ein Wiederherstellungscode wurde verwendet",
			"Anstelle des zweiten Faktors Ihres Latchkey-Kontos wurde ein Wiederherstellungscode verwendet.",
		],
	])("%s is told in %s", async (event, language, subject, sentence) => {
		const { text, ...mail } = await sentBy(() => tellAccountEvent(readerIn(language), event));

		const [hello, notYou] = {
			en: [
				"Hello Ada,",
				"If it was not you, set a new password at https://keys.example.test/reset-password and tell an owner of your agency.",
			],
			de: [
				"Guten Tag Ada!",
				"Wenn Sie das nicht waren, legen Sie unter https://keys.example.test/reset-password ein neues Passwort fest und sagen Sie einem Inhaber Ihrer Agentur Bescheid.",
			],
		}[language];
		expect(mail).toEqual({ to: "ada@example.test", subject });
		expect(text).toBe(`${hello}\n\n${sentence}\n\n${notYou}`);
	});

	test("is told in English to whom no language is known of", async () => {
		const { subject } = await sentBy(() => tellAccountEvent(readerIn(null), "password"));

		expect(subject).toBe("Your password was changed");
	});
});

const NEXT = "next@example.test";

describe("another sign-in address", () => {
	test("is told of at the address before", async () => {
		const said = (language: Language) => sentBy(() => tellEmailChanged(readerIn(language), NEXT));

		expect(await said("en")).toMatchObject({
			to: "ada@example.test",
			subject: "Your sign-in address was changed",
			text: expect.stringContaining("You sign in to Latchkey as next@example.test from now on;"),
		});
		expect(await said("de")).toEqual({
			to: "ada@example.test",
			subject: "Ihre Anmeldeadresse wurde geändert",
			text: "Guten Tag Ada!\n\nVon nun an melden Sie sich bei Latchkey als next@example.test an. Diese Adresse wird nicht mehr verwendet.\n\nWenn Sie das nicht waren, sagen Sie sofort einem Inhaber Ihrer Agentur Bescheid.",
		});
	});

	test("is told of at the present address when it is asked for", async () => {
		const said = (language: Language) => sentBy(() => tellEmailChangeAsked(readerIn(language), NEXT));

		expect(await said("en")).toMatchObject({
			to: "ada@example.test",
			subject: "Your sign-in address is about to change",
			text: expect.stringContaining("asked to sign in as next@example.test from now on."),
		});
		expect(await said("de")).toMatchObject({
			to: "ada@example.test",
			subject: "Ihre Anmeldeadresse soll geändert werden",
			text: expect.stringContaining("möchte sich künftig als next@example.test anmelden."),
		});
	});

	test("gets the link", async () => {
		const said = (language: Language) => sentBy(() => mailEmailLink(readerIn(language), NEXT, "abc"));

		expect(await said("en")).toMatchObject({ to: NEXT, subject: "Confirm your new sign-in address" });
		expect(await said("de")).toEqual({
			to: NEXT,
			subject: "Bestätigen Sie Ihre neue Anmeldeadresse",
			text: "Guten Tag Ada!\n\nÖffnen Sie diesen Link binnen 24 Stunden, um sich von nun an mit dieser Adresse bei Latchkey anzumelden:\n\nhttps://keys.example.test/account/confirm-email?token=abc\n\nWenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun.",
		});
	});
});

test("a link for a new password is mailed in both languages", async () => {
	const said = (language: Language) => sentBy(() => mailResetLink(readerIn(language), "abc"));

	expect(await said("en")).toEqual({
		to: "ada@example.test",
		subject: "Set a new password",
		text: "Hello Ada,\n\nOpen this link within an hour to set a new password for Latchkey. It works once:\n\nhttps://keys.example.test/reset-password?token=abc\n\nIf you did not ask for it, there is nothing to do: your password stays as it is.",
	});
	expect(await said("de")).toEqual({
		to: "ada@example.test",
		subject: "Neues Passwort festlegen",
		text: "Guten Tag Ada!\n\nÖffnen Sie diesen Link binnen einer Stunde, um ein neues Passwort für Latchkey festzulegen. Er gilt einmal:\n\nhttps://keys.example.test/reset-password?token=abc\n\nWenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.",
	});
});

describe("an invitation", () => {
	const invited = {
		email: "new@example.test",
		inviter: "Ada Owner",
		agency: "Acme",
		location: null,
		role: "OWNER" as const,
		expiresAt: new Date("2026-03-09T12:00:00.000Z"),
	};

	test("to an agency names the role and the day in the words of the language", async () => {
		const said = (language: Language) => sentBy(() => mailInvitation({ ...invited, language }, "abc"));

		expect(await said("en")).toEqual({
			to: "new@example.test",
			subject: "Invitation to Acme",
			text: "Ada Owner invites you to manage the API keys of Acme. Your role will be Owner.\n\nOpen this link to accept:\nhttps://keys.example.test/invitation?token=abc\n\nIt works once, for new@example.test, until 9 March 2026, 12:00 UTC.\nIf you did not expect this, do nothing and delete this mail.",
		});
		expect(await said("de")).toEqual({
			to: "new@example.test",
			subject: "Einladung zu Acme",
			text: "Ada Owner lädt Sie ein, die API-Schlüssel von Acme zu verwalten. Ihre Rolle: Inhaber.\n\nÖffnen Sie diesen Link, um die Einladung anzunehmen:\nhttps://keys.example.test/invitation?token=abc\n\nEr gilt einmal, für new@example.test, bis zum 9. März 2026, 12:00 UTC.\nWenn Sie damit nichts anfangen können, löschen Sie diese E-Mail einfach.",
		});
	});

	test("to a location names both", async () => {
		const there = { ...invited, location: "Harbour", role: "VIEWER" as const };
		const said = (language: Language) => sentBy(() => mailInvitation({ ...there, language }, "abc"));

		expect(await said("en")).toMatchObject({ subject: "Invitation to Harbour of Acme" });
		expect(await said("de")).toMatchObject({
			subject: "Einladung zum Standort Harbour von Acme",
			text: expect.stringContaining(
				"Ada Owner lädt Sie ein, die API-Schlüssel von Harbour zu verwalten, einem Standort von Acme. Ihre Rolle: Betrachter.",
			),
		});
	});
});

describe("news", () => {
	const notice: Notice = {
		kind: "key.expiring",
		detail: { title: "Website sync", daysLeft: 1, endsAt: "2026-06-18T23:59:00.000Z" },
	};
	const told = { notice, path: "/agencies/acme/keys/1", agencyName: "Acme", locationName: "Harbour" };
	const said = (language: Language, count: number) =>
		sentBy(() =>
			mailNews(
				readerIn(language),
				Array.from({ length: count }, () => told),
			),
		);

	test("is one sentence with its day, place and link", async () => {
		expect(await said("en", 1)).toEqual({
			to: "ada@example.test",
			subject: "A key expires on 18 June 2026",
			text: "Hello Ada,\n\n“Website sync” expires on 18 June 2026, 23:59 UTC. It is refused from then on, until it is given a later date.\nAcme, Harbour\nhttps://keys.example.test/agencies/acme/keys/1\n\nYou get this mail because you chose so at https://keys.example.test/account#notifications, where you can switch it off.",
		});
		expect(await said("de", 1)).toEqual({
			to: "ada@example.test",
			subject: "Ein Schlüssel endet am 18. Juni 2026",
			text: "Guten Tag Ada!\n\n„Website sync“ endet am 18. Juni 2026, 23:59 UTC. Danach wird der Schlüssel abgelehnt, bis er ein späteres Enddatum bekommt.\nAcme, Harbour\nhttps://keys.example.test/agencies/acme/keys/1\n\nSie bekommen diese E-Mail, weil Sie es unter https://keys.example.test/account#notifications so eingestellt haben. Dort können Sie solche E-Mails auch abstellen.",
		});
	});

	test("is counted, and what is too much for a mail as well, as the language writes numbers", async () => {
		expect(await said("en", 1_300)).toMatchObject({
			subject: "1,300 new notifications",
			text: expect.stringContaining("And 1,250 more: https://keys.example.test/notifications"),
		});
		expect(await said("de", 1_300)).toMatchObject({
			subject: "1.300 neue Benachrichtigungen",
			text: expect.stringContaining("Und 1.250 weitere: https://keys.example.test/notifications"),
		});
	});
});

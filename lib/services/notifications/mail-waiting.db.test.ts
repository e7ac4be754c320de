import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { MailChoice } from "#lib/core/mail-choice.ts";
import { listUnmailedPeople } from "#lib/data/notification-settings.ts";
import { mailNotifications } from "#lib/jobs/handlers/mail-notifications.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { makeAgency, makeKey, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { newestUnread } from "./count-unread.ts";
import { markAllRead } from "./mark-read.ts";
import { chooseMail } from "./settings.ts";

type Received = { to: string; raw: string };
type Answer = "takes" | "refuses" | "is busy" | "hangs up" | "refuses the sender";

const received: Received[] = [];
let answer: Answer = "takes";
/** The server breaks off whenever it hears of this address. */
let hangsUpOn = "";
let connection: Socket | undefined;
const REFUSALS = { refuses: 550, "is busy": 451 } as const;
const server = new SMTPServer({
	authOptional: true,
	disabledCommands: ["STARTTLS"],
	logger: false,
	onConnect: (_session, done) => done(answer === "hangs up" ? new Error("closed") : null),
	onMailFrom(_address, _session, done) {
		if (answer !== "refuses the sender") return done();
		done(Object.assign(new Error("Daily sending quota exceeded"), { responseCode: 550 }));
	},
	onRcptTo({ address }, _session, done) {
		if (address === hangsUpOn) return connection?.destroy();
		if (answer !== "refuses" && answer !== "is busy") return done();
		done(Object.assign(new Error(answer), { responseCode: REFUSALS[answer] }));
	},
	async onData(stream, session, done) {
		const raw = (await text(stream)).replace(/=\r\n/g, "").replace(/=3D/g, "=");
		received.push({ to: session.envelope.rcptTo[0]?.address ?? "", raw });
		done();
	},
});
server.server.on("connection", (socket) => {
	connection = socket;
});
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
process.env.MAIL_FROM = "Latchkey <keys@example.test>";
process.env.LOG_LEVEL = "silent";
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const world = await testWorld();
const { owner } = world;

beforeEach(async () => {
	answer = "takes";
	hangsUpOn = "";
	await owner.query("update notifications set mailed_at = now() where mailed_at is null");
});

const run = (minutes: number, { dryRun = false, database = world.database } = {}) =>
	mailNotifications(
		{ database, now: minutesFrom(NOW, minutes), dryRun, signal: new AbortController().signal },
		{},
	);

/** The owner of an agency with a key, who made a choice, and what was mailed to them. */
async function set(choice: MailChoice | null) {
	const agency = await makeAgency(world);
	const person = await makeAgencyPerson(world, agency, "OWNER");
	const { account } = await signedInAs(world, person);
	if (choice) await chooseMail(account, choice);
	const key = await makeKey(world, agency);
	const tell = (title: string, minutes = 0) =>
		tellKeepers(world, agency, { key, title, at: minutesFrom(NOW, minutes) });
	return {
		agency,
		person,
		account,
		key,
		tell,
		mails: () => received.filter(({ to }) => to === person.email),
	};
}

describe("at once", () => {
	test("is one mail with all that waits, as the page says it and with links to the keys", async () => {
		const { tell, mails, agency, key } = await set("AT_ONCE");
		await tell("Website sync");
		await tell("Till", 1);

		expect(await run(2)).toBe("Mailed 1 people; 0 need no mail; 0 could not be mailed.");
		await run(5);

		expect(mails()).toHaveLength(1);
		const [mail] = mails();
		expect(mail?.raw).toContain("Subject: 2 new notifications");
		expect(mail?.raw).toContain("Auto-Submitted: auto-generated");
		expect(mail?.raw).toMatch(/List-Unsubscribe:\s+<https?:\/\/[^/]+\/account#notifications>/);
		expect(mail?.raw).toMatch(/Website sync.{0,10} expires on 2 March 2026/);
		expect(mail?.raw).toMatch(new RegExp(`https?://[^/]+/agencies/${agency.slug}/keys/${key.id}`));
	});

	test("is in the language of the person", async () => {
		const [german, silent] = [await set("AT_ONCE"), await set("AT_ONCE")];
		await owner.query("update users set language = 'de' where id = $1", [german.person.id]);
		await german.tell("Website sync");
		await silent.tell("Website sync");

		await run(2);

		expect(german.mails()[0]?.raw).toMatch(/^Guten Tag Person/m);
		expect(german.mails()[0]?.raw).toMatch(/endet am 2\. M=C3=A4rz 2026/);
		expect(silent.mails()[0]?.raw).toMatch(/^Hello Person/m);
	});

	test("waits a minute for what comes right after", async () => {
		const { tell, mails } = await set("AT_ONCE");
		await tell("Website sync");

		await run(0.5);
		expect(mails()).toEqual([]);
		await run(1);
		expect(mails()).toHaveLength(1);
	});
});

describe("daily", () => {
	// NOW is 12:00 UTC; the next digest is due in 18 hours.
	test("is one digest at six in the morning, and what comes later waits for the next", async () => {
		const { tell, mails } = await set("DAILY");
		await tell("Website sync");

		await run(17 * 60);
		expect(mails()).toEqual([]);
		await run(18 * 60);
		await tell("Till", 18 * 60 - 1);
		await run(19 * 60);
		expect(mails()).toHaveLength(1);
		await run(42 * 60);
		expect(mails()).toHaveLength(2);
	});
});

describe("nothing is mailed", () => {
	test.each(["OFF", null] as const)(
		"to whoever chose %s, nor later when they choose otherwise",
		async (choice) => {
			const { tell, mails, account } = await set(choice);
			await tell("Website sync");

			expect(await run(2)).toContain("1 need no mail");
			await chooseMail(account, "AT_ONCE");
			await run(3);

			expect(mails()).toEqual([]);
		},
	);

	test("that was read, was withdrawn, or is theirs to know no more", async () => {
		const [reader, withdrawn, demoted, disabled] = [
			await set("AT_ONCE"),
			await set("AT_ONCE"),
			await set("AT_ONCE"),
			await set("AT_ONCE"),
		];
		for (const { tell } of [reader, withdrawn, demoted, disabled]) await tell("Website sync");
		await makeAgencyPerson(world, demoted.agency, "OWNER");
		await markAllRead(reader.account, (await newestUnread(reader.account)) ?? "");
		await owner.query("update notifications set withdrawn_at = $2 where user_id = $1", [
			withdrawn.person.id,
			NOW,
		]);
		await owner.query("update agency_members set role = 'MEMBER' where user_id = $1", [demoted.person.id]);
		await owner.query("update users set disabled_at = $2 where id = $1", [disabled.person.id, NOW]);

		await run(2);

		expect([reader, withdrawn, demoted, disabled].flatMap(({ mails }) => mails())).toEqual([]);
	});

	test("of a key that was used meanwhile, before a sweep has seen it", async () => {
		const { agency, key, mails } = await set("AT_ONCE");
		await tellKeepers(world, agency, { key, kind: "key.unused" });
		await owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [
			key.id,
			minutesFrom(NOW, 1),
		]);

		await run(2);

		expect(mails()).toEqual([]);
	});

	test("by a run that only says what it would do", async () => {
		const { tell, mails } = await set("AT_ONCE");
		await tell("Website sync");

		expect(await run(2, { dryRun: true })).toContain("Would mail 1 people");
		expect(mails()).toEqual([]);
		await run(2);
		expect(mails()).toHaveLength(1);
	});
});

test.each(["AT_ONCE", "DAILY"] as const)("several workers at once mail %s people once", async (choice) => {
	const people = [await set(choice), await set(choice), await set(choice)];
	for (const { tell } of people) await tell("Website sync");
	const databases = [world.database, anotherDatabase(world.appUrl), anotherDatabase(world.appUrl)];

	await Promise.all(databases.map((database) => run(24 * 60, { database })));

	expect(people.map(({ mails }) => mails().length)).toEqual([1, 1, 1]);
});

describe("when the mail server", () => {
	test.each(["is busy", "hangs up", "refuses the sender"] as const)(
		"%s, what is to be mailed waits for the next run",
		async (how) => {
			const people = [await set("AT_ONCE"), await set("DAILY")];
			for (const { tell } of people) await tell("Website sync");

			answer = how;
			expect(await run(18 * 60)).toMatch(/^Mailed 0 people/);
			answer = "takes";
			await run(18 * 60 + 5);

			expect(people.map(({ mails }) => mails().length)).toEqual([1, 1]);
		},
	);

	test("stays away for three days, the app is left to tell", async () => {
		const { tell, mails } = await set("AT_ONCE");
		await tell("Website sync");

		answer = "hangs up";
		await run(3 * 24 * 60 + 1);
		answer = "takes";
		await run(3 * 24 * 60 + 2);

		expect(mails()).toEqual([]);
	});

	test("is back after more than three days, what is younger is in the digest of the day", async () => {
		const { tell, mails } = await set("DAILY");
		await tell("Website sync");
		await tell("Till", 24 * 60);

		answer = "hangs up";
		await run(4 * 24 * 60 - 60);
		answer = "takes";
		await run(4 * 24 * 60 - 55);

		expect(mails()).toHaveLength(1);
		expect(mails()[0]?.raw).not.toContain("Website sync");
	});

	test("hangs up over the mail of one person, everybody else gets theirs", async () => {
		const people = [await set("AT_ONCE"), await set("AT_ONCE"), await set("AT_ONCE")];
		for (const { tell } of people) await tell("Website sync");
		const order = await listUnmailedPeople(world.database, minutesFrom(NOW, 2), 9);
		const unlucky = people.find(({ person }) => person.id === order[0]);

		hangsUpOn = unlucky?.person.email ?? "";
		expect(await run(2)).toBe("Mailed 2 people; 0 need no mail; 1 could not be mailed.");
		hangsUpOn = "";
		await run(7);

		expect(people.map(({ mails }) => mails().length)).toEqual([1, 1, 1]);
	});

	test("refuses one address, the others get theirs and that one is not tried again", async () => {
		const [refused, other] = [await set("AT_ONCE"), await set("AT_ONCE")];
		await refused.tell("Website sync");

		answer = "refuses";
		expect(await run(2)).toContain("1 could not be mailed");
		answer = "takes";
		await other.tell("Till", 2);
		await run(4);

		expect([refused.mails().length, other.mails().length]).toEqual([0, 1]);
	});
});

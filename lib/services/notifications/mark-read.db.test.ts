import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { deleteNotificationsBefore } from "#lib/data/housekeeping.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { daysFrom, makeAgency, makeKey, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { countUnread, newestUnread } from "./count-unread.ts";
import { listNotifications } from "./list.ts";
import { markAllRead, markRead } from "./mark-read.ts";
import { chooseMail, readMailChoice } from "./settings.ts";

const world = await testWorld();
const { database, owner } = world;
const ALL = { unreadOnly: false, group: null, agencySlug: null };

/** Two people who were told of the same two keys. */
async function set() {
	const agency = await makeAgency(world);
	const people = [
		await makeAgencyPerson(world, agency, "OWNER"),
		await makeAgencyPerson(world, agency, "ADMIN"),
	] as const;
	for (const key of [await makeKey(world, agency), await makeKey(world, agency)]) {
		await tellKeepers(world, agency, { key });
	}
	const [mine, theirs] = [await signedInAs(world, people[0]), await signedInAs(world, people[1])];
	const unread = async () => Promise.all(people.map((person) => countUnread({ database, person })));
	const firstOf = async (account: typeof mine.account) =>
		(await listNotifications(account, ALL, { cursor: null, size: 1 })).rows[0]?.id ?? "";
	const readAll = async (account: typeof mine.account) =>
		markAllRead(account, (await newestUnread(account)) ?? newId());
	return { agency, readAll, mine: mine.account, theirs: theirs.account, unread, firstOf };
}

test("one is read, for its reader alone, and reading it again is no error", async () => {
	const { mine, unread, firstOf } = await set();
	const id = await firstOf(mine);

	await markRead(mine, id);
	await markRead(mine, id);

	expect(await unread()).toEqual([1, 2]);
});

test("all are read, for their reader alone", async () => {
	const { mine, unread, readAll } = await set();

	expect(await readAll(mine)).toBe(2);
	expect(await readAll(mine)).toBe(0);

	expect(await unread()).toEqual([0, 2]);
});

// A sweep writes as of the moment at which it began, which may be before the page was made.
test("what came after the page was made is not read with all that was on it", async () => {
	const { agency, mine, unread } = await set();
	const shown = (await newestUnread(mine)) ?? "";
	await tellKeepers(world, agency, { at: daysFrom(NOW, -1) });

	expect(await markAllRead(mine, shown)).toBe(2);

	expect(await unread()).toEqual([1, 3]);
	expect(await newestUnread(mine)).not.toBe(shown);
});

test("nobody reads anything by somebody else's", async () => {
	const { mine, theirs, unread } = await set();

	await markAllRead(theirs, (await newestUnread(mine)) ?? "");

	expect((await unread())[0]).toBe(2);
});

// A different answer would tell which ids other people's notifications have.
test("another's, one that is shown no more and one that never was are the same nothing", async () => {
	const { agency, mine, theirs, unread, firstOf, readAll } = await set();
	const withdrawn = await firstOf(mine);
	await owner.query("update notifications set withdrawn_at = $2 where id = $1", [withdrawn, NOW]);

	const refusals = await Promise.all(
		[await firstOf(theirs), withdrawn, newId()].map((id) => refusalOf(markRead(mine, id))),
	);

	expect(refusals[0]?.code).toBe("not_found");
	expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
	expect(await unread()).toEqual([1, 2]);
	await owner.query("update agency_members set role = 'MEMBER' where agency_id = $1 and user_id = $2", [
		agency.id,
		theirs.person.id,
	]);
	expect(await readAll(theirs)).toBe(0);
});

test("how people are told is each person's own choice, and nothing until they choose", async () => {
	const { mine, theirs } = await set();

	await chooseMail(mine, "DAILY");
	await chooseMail(mine, "AT_ONCE");

	expect([await readMailChoice(mine), await readMailChoice(theirs)]).toEqual(["AT_ONCE", "OFF"]);
});

test("what is old is forgotten in every agency, in batches, and what is not stays", async () => {
	const { agency, unread } = await set();
	await tellKeepers(world, agency, { at: daysFrom(NOW, -200) });
	await tellKeepers(world, await makeAgency(world), { at: daysFrom(NOW, -200) });

	const before = daysFrom(NOW, -180);
	expect(await deleteNotificationsBefore(database, before, 1)).toBe(1);
	expect(await deleteNotificationsBefore(database, before, 100)).toBe(1);
	expect(await deleteNotificationsBefore(database, before, 100)).toBe(0);

	expect(await unread()).toEqual([2, 2]);
});

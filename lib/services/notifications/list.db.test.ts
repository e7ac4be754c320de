import { describe, expect, test } from "vitest";
import { noticeBlanks } from "#lib/core/notification-text.ts";
import type { NotificationKind } from "#lib/core/notifications.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
import type { NotificationCursor } from "#lib/data/own-notifications.ts";
import { transactAs } from "#lib/data/transaction.ts";
import {
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	minutesFrom,
	NOW,
	type TestPerson,
} from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { testWorld } from "#lib/testing/world.ts";
import { countUnread } from "./count-unread.ts";
import { listNotifications, type NotificationFilters } from "./list.ts";
import { withdrawNotices } from "./withdraw.ts";

const world = await testWorld();
const { database, owner } = world;
const ALL: NotificationFilters = { unreadOnly: false, group: null, agencySlug: null };
const FIRST = { cursor: null, size: 50 };
const ROLES: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"];

/** What a person is shown, which is as many as they are counted. */
async function shownTo(person: TestPerson) {
	const { rows } = await listNotifications({ database, person }, ALL, FIRST);
	expect(await countUnread({ database, person })).toBe(rows.length);
	return rows;
}

/** An agency with a location, and somebody with this role. */
async function set(role: PersonRole) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const person = await makePerson(world);
	await makeMember(world, agency, person, role, location);
	return { agency, location, person };
}

/** {@link set}, where the person was told of a key at the location. */
async function toldOfLocationKey(role: PersonRole) {
	const scene = await set(role);
	const key = await makeKey(world, scene.agency, { location: scene.location });
	await tellKeepers(world, scene.agency, { key });
	expect(await shownTo(scene.person)).toHaveLength(1);
	return { ...scene, key };
}

describe("whoever may change the keys is told, and nobody else:", () => {
	test.each(ROLES)("%s of a key at the agency", async (role) => {
		const { agency, person } = await set(role);
		await tellKeepers(world, agency, { key: await makeKey(world, agency) });

		const isTold = (PERMISSIONS["agency_key.write"] as readonly PersonRole[]).includes(role);
		expect(await shownTo(person)).toHaveLength(isTold ? 1 : 0);
	});

	test.each(ROLES)("%s of a key at the location", async (role) => {
		const { agency, location, person } = await set(role);
		await tellKeepers(world, agency, { key: await makeKey(world, agency, { location }) });

		const isTold = (PERMISSIONS["location_key.write"] as readonly PersonRole[]).includes(role);
		expect(await shownTo(person)).toHaveLength(isTold ? 1 : 0);
	});

	test.each(ROLES)("%s of a webhook", async (role) => {
		const { agency, person } = await set(role);
		await tellKeepers(world, agency, { kind: "webhook.parked" });

		const isTold = (PERMISSIONS["webhook.write"] as readonly PersonRole[]).includes(role);
		expect(await shownTo(person)).toHaveLength(isTold ? 1 : 0);
	});

	test("a manager elsewhere, and an owner of another agency, of nothing", async () => {
		const { agency, location } = await set("OWNER");
		const sibling = await makeLocation(world, agency);
		const [elsewhere, stranger] = [await makePerson(world), (await set("OWNER")).person];
		await makeMember(world, agency, elsewhere, "MANAGER", sibling);

		await tellKeepers(world, agency, { key: await makeKey(world, agency, { location }) });

		expect([await shownTo(elsewhere), await shownTo(stranger)]).toEqual([[], []]);
	});
});

describe("what somebody was told is gone at once", () => {
	test("when their role in the agency is less", async () => {
		const { person, agency } = await toldOfLocationKey("ADMIN");

		await owner.query("update agency_members set role = 'MEMBER' where agency_id = $1", [agency.id]);

		expect(await shownTo(person)).toEqual([]);
	});

	test.each(["OWNER", "MANAGER"] as const)("when they are no %s any more", async (role) => {
		const { person, agency } = await toldOfLocationKey(role);
		await makeMember(world, agency, await makePerson(world), "OWNER");

		await owner.query("delete from agency_members where user_id = $1", [person.id]);
		await owner.query("delete from location_members where user_id = $1", [person.id]);

		expect(await shownTo(person)).toEqual([]);
	});

	test("when they manage another location instead", async () => {
		const { person, agency } = await toldOfLocationKey("MANAGER");
		const sibling = await makeLocation(world, agency);

		await owner.query("update location_members set location_id = $2 where user_id = $1", [
			person.id,
			sibling.id,
		]);

		expect(await shownTo(person)).toEqual([]);
	});

	test("when a member of the agency, who sees all locations, manages another one instead", async () => {
		const { person, agency } = await toldOfLocationKey("MANAGER");
		const sibling = await makeLocation(world, agency);
		await makeMember(world, agency, person, "MEMBER");

		await owner.query("update location_members set location_id = $2 where user_id = $1", [
			person.id,
			sibling.id,
		]);

		expect(await shownTo(person)).toEqual([]);
	});

	test.each(["OWNER", "MANAGER"] as const)("when the location of the %s is deleted", async (role) => {
		const { person, location } = await toldOfLocationKey(role);

		await owner.query("update locations set deleted_at = $2 where id = $1", [location.id, NOW]);

		expect(await shownTo(person)).toEqual([]);
	});

	test.each(["OWNER", "MANAGER"] as const)("when the agency of the %s is deleted", async (role) => {
		const { person, agency } = await toldOfLocationKey(role);

		await owner.query("update agencies set deleted_at = $2 where id = $1", [agency.id, NOW]);

		expect(await shownTo(person)).toEqual([]);
	});

	test("when it holds no more", async () => {
		const { person, agency, key } = await toldOfLocationKey("OWNER");

		await transactAs(database, { agencyId: agency.id }, (tx) =>
			withdrawNotices(
				tx,
				{ agencyId: agency.id, now: NOW },
				{ keyId: key.id, kinds: ["key.expiring"] as NotificationKind[] },
			),
		);

		expect(await shownTo(person)).toEqual([]);
	});
});

// Sweeps note a use within the hour; people are not to be told meanwhile that nobody uses the key.
test("a use takes back at once what was said of the key as unused, and nothing else", async () => {
	const { agency, person } = await set("OWNER");
	const key = await makeKey(world, agency);
	for (const kind of ["key.unused", "key.expiring"] as const) await tellKeepers(world, agency, { key, kind });
	const use = (minutes: number) =>
		owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [
			key.id,
			minutesFrom(NOW, minutes),
		]);
	const toldOf = async () => (await shownTo(person)).map(({ notice }) => notice.kind).sort();

	await use(-1);
	expect(await toldOf()).toEqual(["key.expiring", "key.unused"]);
	await use(1);
	expect(await toldOf()).toEqual(["key.expiring"]);
});

test("what is about a key that lies in the trash leads there", async () => {
	const { agency, person } = await set("OWNER");
	await tellKeepers(world, agency, {
		kind: "key.leaked",
		key: await makeKey(world, agency, { deletedAt: NOW }),
	});

	expect(await shownTo(person)).toMatchObject([{ path: `/agencies/${agency.slug}/keys/trash` }]);
});

// Sweeps run again after a crash, and on several processes at once.
test("however many tell them at once, each person is told once of a key and occasion", async () => {
	const { agency, person } = await set("OWNER");
	const keys = [await makeKey(world, agency), await makeKey(world, agency)];

	await Promise.all(
		keys.flatMap((key) =>
			Array.from({ length: 5 }, () => tellKeepers(world, agency, { key, occasion: `${key.id} 15` })),
		),
	);

	expect(await shownTo(person)).toHaveLength(2);
});

describe("the list", () => {
	test("spans all agencies, newest first, in pages, and leads to each thing", async () => {
		const first = await set("OWNER");
		const second = await makeAgency(world);
		const location = await makeLocation(world, second);
		await makeMember(world, second, first.person, "MANAGER", location);
		const [ours, theirs] = [
			await makeKey(world, first.agency),
			await makeKey(world, second, { location, title: "Till" }),
		];
		await tellKeepers(world, first.agency, { key: ours });
		await tellKeepers(world, second, { key: theirs, title: "Till", at: minutesFrom(NOW, 1) });

		const list = (cursor: NotificationCursor) =>
			listNotifications({ database, person: first.person }, ALL, { cursor, size: 1 });
		const one = await list(null);
		const two = await list({ olderThan: one.rows[0]?.id ?? "" });

		expect(one.rows).toMatchObject([
			{
				path: `/agencies/${second.slug}/locations/${location.slug}/keys/${theirs.id}`,
				agencyName: second.name,
				locationName: location.name,
				isRead: false,
			},
		]);
		expect(two.rows).toMatchObject([
			{ path: `/agencies/${first.agency.slug}/keys/${ours.id}`, locationName: null },
		]);
		expect([one, two].map(({ hasNewer, hasOlder }) => [hasNewer, hasOlder])).toEqual([
			[false, true],
			[true, false],
		]);
		expect(one.agencies.map(({ slug }) => slug).sort()).toEqual([first.agency.slug, second.slug].sort());
	});

	test("passes nothing over and shows nothing twice when others come, are read and are taken back", async () => {
		const { agency, person } = await set("OWNER");
		const tell = async (minutes: number) =>
			tellKeepers(world, agency, {
				key: await makeKey(world, agency),
				title: `Key ${minutes}`,
				at: minutesFrom(NOW, minutes),
			});
		for (const minutes of [1, 2, 3, 4]) await tell(minutes);
		const list = async (cursor: NotificationCursor) => {
			const asked = { ...ALL, unreadOnly: true };
			const { rows } = await listNotifications({ database, person }, asked, { cursor, size: 2 });
			return rows.map(({ id, notice }) => ({ id, title: noticeBlanks(notice, "en").name }));
		};
		const [, last] = await list(null);

		await tell(5);
		await owner.query(
			"update notifications set read_at = $2 where user_id = $1 and detail->>'title' = 'Key 4'",
			[person.id, NOW],
		);
		await owner.query("update notifications set withdrawn_at = $2 where id = $1", [last?.id, NOW]);
		const older = await list({ olderThan: last?.id ?? "" });
		const newer = await list({ newerThan: older[0]?.id ?? "" });

		expect(last?.title).toBe("Key 3");
		expect(older.map(({ title }) => title)).toEqual(["Key 2", "Key 1"]);
		expect(newer.map(({ title }) => title)).toEqual(["Key 5"]);
	});

	test("beside somebody else's notification is empty", async () => {
		const [mine, theirs] = [await set("OWNER"), await set("OWNER")];
		await tellKeepers(world, mine.agency, { at: minutesFrom(NOW, -1) });
		await tellKeepers(world, theirs.agency);
		const [other] = await shownTo(theirs.person);

		for (const cursor of [{ olderThan: other?.id ?? "" }, { newerThan: other?.id ?? "" }]) {
			const page = await listNotifications({ database, person: mine.person }, ALL, { cursor, size: 9 });
			expect(page.rows).toEqual([]);
		}
	});

	test("is narrowed to what is unread, to a group of kinds, and to an agency", async () => {
		const { agency, person } = await set("OWNER");
		const key = await makeKey(world, agency);
		await tellKeepers(world, agency, { key, kind: "key.expiring" });
		await tellKeepers(world, agency, {
			key: await makeKey(world, agency, { deletedAt: NOW }),
			kind: "key.deleted_unused",
		});
		await owner.query("update notifications set read_at = $2 where user_id = $1 and kind = 'key.expiring'", [
			person.id,
			NOW,
		]);

		const list = async (filters: Partial<NotificationFilters>) =>
			(await listNotifications({ database, person }, { ...ALL, ...filters }, FIRST)).rows.map(({ path }) =>
				path.split("/").at(-1),
			);

		expect(await list({ unreadOnly: true })).toEqual(["trash"]);
		expect(await list({ group: "expiry" })).toEqual([key.id]);
		expect(await list({ group: "unused" })).toEqual(["trash"]);
		expect(await list({ agencySlug: agency.slug })).toHaveLength(2);
		expect(await list({ agencySlug: "another" })).toEqual([]);
	});
});

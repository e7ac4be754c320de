import { describe, expect, test } from "vitest";
import type { NotificationKind } from "#lib/core/notifications.ts";
import { PERMISSIONS, type PersonRole } from "#lib/core/permissions.ts";
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
const ROLES: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"];

/** What a person is shown, which is as many as they are counted. */
async function shownTo(person: TestPerson) {
	const { rows } = await listNotifications({ database, person }, ALL, { page: 1, size: 50 });
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

		const list = (page: number) =>
			listNotifications({ database, person: first.person }, ALL, { page, size: 1 });
		const [one, two] = [await list(1), await list(2)];

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
		expect([one.hasOlder, two.hasOlder]).toEqual([true, false]);
		expect(one.agencies.map(({ slug }) => slug).sort()).toEqual([first.agency.slug, second.slug].sort());
	});

	test("is narrowed to what is unread, to a group of kinds, and to an agency", async () => {
		const { agency, person } = await set("OWNER");
		const key = await makeKey(world, agency);
		await tellKeepers(world, agency, { key, kind: "key.expiring" });
		await tellKeepers(world, agency, { key, kind: "key.deleted_unused" });
		await owner.query("update notifications set read_at = $2 where user_id = $1 and kind = 'key.expiring'", [
			person.id,
			NOW,
		]);

		const list = async (filters: Partial<NotificationFilters>) =>
			(await listNotifications({ database, person }, { ...ALL, ...filters }, { page: 1, size: 9 })).rows.map(
				({ path }) => path.split("/").at(-1),
			);

		expect(await list({ unreadOnly: true })).toEqual(["trash"]);
		expect(await list({ group: "expiry" })).toEqual([key.id]);
		expect(await list({ group: "unused" })).toEqual(["trash"]);
		expect(await list({ agencySlug: agency.slug })).toHaveLength(2);
		expect(await list({ agencySlug: "another" })).toEqual([]);
	});
});

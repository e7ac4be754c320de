import { describe, expect, test } from "vitest";
import type { TrashedKey } from "#lib/core/keys/trash.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
	type TestAgency,
	type TestLocation,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteKey } from "./delete.ts";
import { listTrash, type TrashQuery } from "./list-trash.ts";

const world = await testWorld();

const YESTERDAY = daysFrom(NOW, -1);

const list = (
	agency: TestAgency,
	changes: Partial<TrashQuery> = {},
	role: PersonRole = "OWNER",
	location?: TestLocation,
) =>
	listTrash(contextFor(world, agency, { role, ...(location && { location }) }), {
		level: "AGENCY",
		direction: "desc",
		page: 1,
		pageSize: 50,
		...changes,
	});

const titles = ({ rows }: { rows: TrashedKey[] }) => rows.map((row) => row.title);

test("a row says what the key was, who deleted it and until when it can be restored", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { name: "North" });
	const key = await makeKey(world, agency, { location, title: "Gateway" });
	await deleteKey(contextFor(world, agency, { role: "ADMIN", person: { id: key.id, name: "Ada" } }), {
		keyId: key.id,
	});

	const { rows, total } = await list(agency, { level: "LOCATION" });

	expect(total).toBe(1);
	expect(rows).toEqual([
		{
			id: key.id,
			level: "LOCATION",
			locationName: "North",
			title: "Gateway",
			masked: `lk_loc_••••${key.secret.slice(-10, -6)}`,
			deletedAt: NOW.toISOString(),
			deletedBecause: "PERSON",
			deletedByName: "Ada",
			idleDays: 0,
			restorableUntil: daysFrom(NOW, 30).toISOString(),
			compromised: false,
		},
	]);
});

test("a key that nobody used says for how many days, counted from its last use", async () => {
	const agency = await makeAgency(world);
	const [used, never] = [
		await makeKey(world, agency, {
			title: "used",
			deletedAt: NOW,
			createdAt: daysFrom(NOW, -400),
			lastUsedAt: minutesFrom(daysFrom(NOW, -90), -5),
		}),
		await makeKey(world, agency, { title: "never", deletedAt: NOW, createdAt: daysFrom(NOW, -400) }),
	];
	await world.owner.query("update api_keys set deleted_because = 'INACTIVITY' where id = any($1)", [
		[used.id, never.id],
	]);

	const { rows } = await list(agency);

	expect(Object.fromEntries(rows.map((row) => [row.title, row.idleDays]))).toEqual({ used: 90, never: 400 });
	expect(rows.every((row) => row.deletedBecause === "INACTIVITY")).toBe(true);
});

describe("who may look into the trash", () => {
	async function arrange() {
		const agency = await makeAgency(world);
		const [own, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		await makeKey(world, agency, { title: "agency", deletedAt: YESTERDAY });
		await makeKey(world, agency, { title: "own", location: own, deletedAt: YESTERDAY });
		await makeKey(world, agency, { title: "sibling", location: sibling, deletedAt: NOW });
		return { agency, own, sibling };
	}

	test.each(["OWNER", "ADMIN"] as const)("%s sees all of it", async (role) => {
		const { agency, own } = await arrange();

		expect(titles(await list(agency, {}, role))).toEqual(["agency"]);
		expect(titles(await list(agency, { level: "LOCATION" }, role))).toEqual(["sibling", "own"]);
		expect(titles(await list(agency, { level: "LOCATION", locationId: own.id }, role))).toEqual(["own"]);
	});

	test("a manager sees that of their own location alone", async () => {
		const { agency, own, sibling } = await arrange();
		const ask = (changes: Partial<TrashQuery>) => list(agency, changes, "MANAGER", own);

		expect(titles(await ask({ level: "LOCATION", locationId: own.id }))).toEqual(["own"]);
		for (const beyond of [
			{},
			{ level: "LOCATION" },
			{ level: "LOCATION", locationId: sibling.id },
		] as const) {
			expect((await refusalOf(ask(beyond))).code).toBe("not_found");
		}
	});

	test.each(["MEMBER", "VIEWER"] as const)("to a %s there is none", async (role) => {
		const { agency, own } = await arrange();

		for (const place of [{}, { level: "LOCATION" }, { level: "LOCATION", locationId: own.id }] as const) {
			expect((await refusalOf(list(agency, place, role, own))).code).toBe("not_found");
		}
	});

	test("another agency's owner sees nothing of ours, even by naming our location", async () => {
		const { own } = await arrange();
		const other = await makeAgency(world);

		const nothing = { rows: [], total: 0 };
		expect(await list(other)).toEqual(nothing);
		expect(await list(other, { level: "LOCATION" })).toEqual(nothing);
		expect(await list(other, { level: "LOCATION", locationId: own.id })).toEqual(nothing);
	});
});

test("living keys, keys past restoring and keys of deleted locations are not in it", async () => {
	const agency = await makeAgency(world);
	const gone = await makeLocation(world, agency, { deleted: true });
	await makeKey(world, agency, { title: "living" });
	await makeKey(world, agency, { title: "just in time", deletedAt: daysFrom(NOW, -30) });
	await makeKey(world, agency, { title: "too late", deletedAt: minutesFrom(daysFrom(NOW, -30), -1) });
	await makeKey(world, agency, { title: "of a deleted location", location: gone, deletedAt: YESTERDAY });

	expect(titles(await list(agency))).toEqual(["just in time"]);
	expect(await list(agency, { level: "LOCATION" })).toEqual({ rows: [], total: 0 });
});

test("it is searched by title, literally, sorted by deletion and cut into pages", async () => {
	const agency = await makeAgency(world);
	for (const [index, title] of ["100% sure", "100 sure", "Other"].entries()) {
		await makeKey(world, agency, { title, deletedAt: daysFrom(NOW, -index) });
	}

	expect(titles(await list(agency, { search: "100%" }))).toEqual(["100% sure"]);
	expect(await list(agency, { search: "\0" })).toEqual({ rows: [], total: 0 });
	expect(titles(await list(agency, { direction: "asc" }))).toEqual(["Other", "100 sure", "100% sure"]);
	const second = await list(agency, { page: 2, pageSize: 2 });
	expect([titles(second), second.total]).toEqual([["Other"], 3]);
});

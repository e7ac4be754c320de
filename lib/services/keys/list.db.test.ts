import { describe, expect, test } from "vitest";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	type TestAgency,
	type TestLocation,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type KeyQuery, listKeys } from "./list.ts";

const world = await testWorld();

const query = (changes: Partial<KeyQuery> = {}): KeyQuery => ({
	level: "AGENCY",
	sort: "created",
	direction: "asc",
	page: 1,
	pageSize: 50,
	...changes,
});
const list = (
	agency: TestAgency,
	changes: Partial<KeyQuery> = {},
	role: PersonRole = "OWNER",
	location?: TestLocation,
) => listKeys(contextFor(world, agency, { role, ...(location && { location }) }), query(changes));

const titles = ({ rows }: { rows: KeySummary[] }) => rows.map((row) => row.title);

test("a row shows what the screens need, and nothing of the secret but its ends", async () => {
	const agency = await makeAgency(world);
	const [north, south] = [
		await makeLocation(world, agency, { name: "North" }),
		await makeLocation(world, agency, { name: "South" }),
	];
	const gone = await makeLocation(world, agency, { deleted: true });
	const key = await makeKey(world, agency, {
		title: "Gateway",
		description: "For the gateway",
		chosenLocations: [south, north, gone],
		scopes: ["contacts.write", "keys.verify"],
		allowedAddresses: ["203.0.113.7"],
		rateLimit: { max: 5, seconds: 60 },
		credits: 12,
		expiresAt: daysFrom(NOW, 1),
		lastUsedAt: daysFrom(NOW, -1),
		createdByName: "Ada",
	});

	const { rows, total } = await list(agency);

	expect(total).toBe(1);
	expect(rows).toEqual([
		{
			id: key.id,
			level: "AGENCY",
			location: null,
			chosenLocations: [
				{ id: north.id, name: "North" },
				{ id: south.id, name: "South" },
			],
			title: "Gateway",
			description: "For the gateway",
			labels: [],
			role: "ADMIN",
			scopes: ["contacts.write", "keys.verify"],
			allowedAddresses: ["203.0.113.7"],
			rateLimit: { max: 5, seconds: 60 },
			creditsRemaining: 12,
			refill: null,
			refillsAt: null,
			status: "Active",
			masked: `lk_agy_••••${key.secret.slice(-10, -6)}`,
			expiresAt: daysFrom(NOW, 1).toISOString(),
			revokedReason: null,
			lastUsedAt: daysFrom(NOW, -1).toISOString(),
			createdAt: NOW.toISOString(),
			createdByName: "Ada",
			inactivity: { days: null, exempt: false },
			deletesAt: null,
			rotateEveryDays: null,
			version: 1,
		},
	]);
});

describe("who may list what", () => {
	async function arrange() {
		const agency = await makeAgency(world);
		const [own, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		await makeKey(world, agency, { title: "agency" });
		await makeKey(world, agency, { title: "own", location: own });
		await makeKey(world, agency, { title: "sibling", location: sibling });
		return { agency, own, sibling };
	}

	test.each(["OWNER", "ADMIN", "MEMBER"] as const)(
		"%s lists the agency's keys and those of every location",
		async (role) => {
			const { agency, own } = await arrange();

			expect(titles(await list(agency, {}, role))).toEqual(["agency"]);
			expect(titles(await list(agency, { level: "LOCATION", sort: "title" }, role))).toEqual([
				"own",
				"sibling",
			]);
			expect(titles(await list(agency, { level: "LOCATION", locationId: own.id }, role))).toEqual(["own"]);
		},
	);

	test.each(["MANAGER", "VIEWER"] as const)("%s lists the keys of their own location alone", async (role) => {
		const { agency, own, sibling } = await arrange();
		const ask = (changes: Partial<KeyQuery>) => list(agency, changes, role, own);

		expect(titles(await ask({ level: "LOCATION", locationId: own.id }))).toEqual(["own"]);
		for (const beyond of [
			{ level: "AGENCY" },
			{ level: "AGENCY", locationId: own.id },
			{ level: "LOCATION" },
			{ level: "LOCATION", locationId: sibling.id },
		] as const) {
			expect((await refusalOf(ask(beyond))).code).toBe("not_found");
		}
	});

	test("another agency's owner lists nothing of ours, even by naming our location", async () => {
		const { own } = await arrange();
		const other = await makeAgency(world);

		const nothing = { rows: [], total: 0 };
		expect(await list(other)).toEqual(nothing);
		expect(await list(other, { level: "LOCATION" })).toEqual(nothing);
		expect(await list(other, { level: "LOCATION", locationId: own.id })).toEqual(nothing);
	});

	test("keys in the trash are on no list", async () => {
		const agency = await makeAgency(world);
		await makeKey(world, agency, { deletedAt: NOW });

		expect(await list(agency)).toEqual({ rows: [], total: 0 });
	});
});

describe("filters", () => {
	async function arrange() {
		const agency = await makeAgency(world);
		await makeKey(world, agency, { title: "active" });
		await makeKey(world, agency, { title: "active later", expiresAt: daysFrom(NOW, 1) });
		await makeKey(world, agency, { title: "expired now", expiresAt: NOW });
		await makeKey(world, agency, {
			title: "inactive and expired",
			disabled: true,
			expiresAt: daysFrom(NOW, -1),
		});
		await makeKey(world, agency, {
			title: "revoked, off, expired",
			revoked: true,
			disabled: true,
			expiresAt: NOW,
		});
		await makeKey(world, agency, { title: "readonly", role: "READONLY" });
		return agency;
	}

	test.each([
		["Active", ["active", "active later", "readonly"]],
		["Expired", ["expired now"]],
		["Inactive", ["inactive and expired"]],
		["Revoked", ["revoked, off, expired"]],
	] as const)("by status %s find the keys that show this status", async (status, expected) => {
		const found = await list(await arrange(), { status, sort: "title" });

		expect(titles(found)).toEqual(expected);
		expect(found.total).toBe(expected.length);
		expect(found.rows.every((row) => row.status === status)).toBe(true);
	});

	test("by role, by title, and by both", async () => {
		const agency = await arrange();

		expect(titles(await list(agency, { role: "READONLY" }))).toEqual(["readonly"]);
		expect(titles(await list(agency, { search: "ACTIVE", sort: "title" }))).toEqual([
			"active",
			"active later",
			"inactive and expired",
		]);
		expect(await list(agency, { search: "active", role: "READONLY" })).toEqual({ rows: [], total: 0 });
	});
});

describe("search", () => {
	const named = ["100% sure", "100 sure", "a_b", "axb", "back\\slash", "quote's", "Ünï", "wide ﬁ"];

	test.each([
		["100%", ["100% sure"]],
		["%", ["100% sure"]],
		["a_b", ["a_b"]],
		["_", ["a_b"]],
		["k\\s", ["back\\slash"]],
		["'", ["quote's"]],
		["üNÏ", ["Ünï"]],
		["FI", ["wide ﬁ"]],
		["  sure  ", ["100 sure", "100% sure"]],
		["no such title", []],
		["\0", []],
		["\ud800", []],
	])("for %j takes every character literally", async (search, expected) => {
		const agency = await makeAgency(world);
		for (const title of named) await makeKey(world, agency, { title });

		const found = await list(agency, { search });

		expect(titles(found).sort()).toEqual([...expected].sort());
		expect(found.total).toBe(expected.length);
	});
});

import { describe, expect, test } from "vitest";
import { KEY_SORTS, type KeySort, type KeySummary } from "#lib/core/keys/key.ts";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	type TestAgency,
} from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { type KeyQuery, listKeys } from "./list.ts";

const world = await testWorld();

/** Twenty-three keys at each level in which every column has ties, and last use is often "never". */
async function populate() {
	const agency = await makeAgency(world);
	const locations = [];
	for (const name of ["alpha", "beta", "gamma"]) locations.push(await makeLocation(world, agency, { name }));
	for (let index = 0; index < 23; index++) {
		const common = {
			role: index % 2 ? ("ADMIN" as const) : ("READONLY" as const),
			scopes: (["contacts.readonly", "forms.readonly", "links.readonly"] as const).slice(0, 1 + (index % 3)),
			disabled: index % 5 === 1,
			revoked: index % 5 === 2,
			...(index % 5 === 3 && { expiresAt: daysFrom(NOW, -1) }),
			...(index % 3 === 0 && { lastUsedAt: daysFrom(NOW, -(index % 4)) }),
			createdAt: daysFrom(NOW, -(index % 4)),
			createdByName: ["ada", "bob", "cy", "di", "eve"][(index * 2) % 5] ?? "",
		};
		const location = locations[index % 3];
		await makeKey(world, agency, {
			...common,
			...(index % 4 === 0 && { chosenLocations: locations }),
			title: `key ${String((index * 7) % 23).padStart(2, "0")}`,
		});
		await makeKey(world, agency, {
			...common,
			...(location && { location }),
			title: `key ${Math.floor(index / 3)}`,
		});
	}
	return agency;
}

const agency = await populate();

const STATUS_ORDER = ["Active", "Inactive", "Expired", "Revoked"];

/** What each order sorts by, said once more and independently. */
const SORTED_BY: Record<KeySort, (row: KeySummary) => string | number> = {
	title: (row) => row.title,
	location: (row) => row.location?.name ?? (row.chosenLocations === null ? 1 : 0),
	role: (row) => ["ADMIN", "READONLY"].indexOf(row.role),
	scopes: (row) => row.scopes.length,
	status: (row) => STATUS_ORDER.indexOf(row.status),
	key: (row) => Buffer.from(row.masked.slice(-4)).toString("hex"),
	lastUsed: (row) => (row.lastUsedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(row.lastUsedAt)),
	created: (row) => Date.parse(row.createdAt),
	createdBy: (row) => row.createdByName,
};

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

const query = (changes: Partial<KeyQuery>): KeyQuery => ({
	level: "AGENCY",
	sort: "created",
	direction: "asc",
	page: 1,
	pageSize: 50,
	...changes,
});

const list = (of: TestAgency, changes: Partial<KeyQuery>) =>
	listKeys(contextFor(world, of, { role: "OWNER" }), query(changes));

async function walk(of: TestAgency, changes: Partial<KeyQuery>, pageSize: number) {
	const rows: KeySummary[] = [];
	for (let page = 1; ; page++) {
		const next = await list(of, { ...changes, page, pageSize });
		if (next.rows.length === 0) return { rows, total: next.total, pages: page - 1 };
		rows.push(...next.rows);
	}
}

describe.each(["AGENCY", "LOCATION"] as const)("a list of %s keys", (level) => {
	test.each(KEY_SORTS.flatMap((sort) => (["asc", "desc"] as const).map((way) => [sort, way] as const)))(
		"by %s, %s, is in order, and its pages hold every key once",
		async (sort, direction) => {
			const { rows, total, pages } = await walk(agency, { level, sort, direction }, 5);

			expect({ total, pages }).toEqual({ total: 23, pages: 5 });
			expect(new Set(rows.map((row) => row.id)).size).toBe(23);
			const sign = direction === "asc" ? 1 : -1;
			const by = SORTED_BY[sort];
			const inOrder = [...rows].sort((a, b) => sign * (compare(by(a), by(b)) || compare(a.id, b.id)));
			expect(rows.map((row) => row.id)).toEqual(inOrder.map((row) => row.id));
		},
	);
});

test("the order says something: no order of the keys is that of another", async () => {
	const orders = new Set<string>();
	for (const sort of KEY_SORTS) {
		const { rows } = await list(agency, { sort });
		orders.add(rows.map((row) => row.id).join());
	}

	expect(orders.size).toBe(KEY_SORTS.length);
});

test("filters narrow all pages alike", async () => {
	const { rows, total } = await walk(agency, { status: "Active", role: "ADMIN", sort: "status" }, 2);

	expect(rows).toHaveLength(total);
	expect(total).toBeGreaterThan(2);
	expect(rows.every((row) => row.status === "Active" && row.role === "ADMIN")).toBe(true);
});

test.each([24, 1_000_000])(
	"page %i, past the end, is empty and still says how many there are",
	async (page) => {
		expect(await list(agency, { page, pageSize: 100 })).toEqual({ rows: [], total: 23 });
	},
);

test("of a location that is deleted meanwhile, the rows are those that are counted", async () => {
	const of = await makeAgency(world);
	const location = await makeLocation(world, of);
	for (const title of ["one", "two"]) await makeKey(world, of, { title, location });
	await world.owner.query("update locations set deleted_at = $2 where id = $1", [location.id, NOW]);

	const { rows, total } = await list(of, { level: "LOCATION", locationId: location.id, search: "o" });

	expect(rows).toHaveLength(total);
});

test("never used counts as the longest ago", async () => {
	const { rows } = await list(agency, { sort: "lastUsed", direction: "desc" });

	const never = rows.map((row) => row.lastUsedAt === null);
	expect(never).toEqual([...never].sort());
	expect(never).toContain(true);
	expect(never).toContain(false);
});

/**
 * Thousands of keys of each level, made of the few above: so many that lists are walked in ways that few keys never need. Among
 * them are some that are on no list, and two locations of one name.
 */
async function multiply() {
	const many = await populate();
	const [named, alike, gone] = [
		await makeLocation(world, many, { name: "delta" }),
		await makeLocation(world, many, { name: "delta" }),
		await makeLocation(world, many, { name: "alpha" }),
	];
	for (const location of [named, alike, gone]) {
		await makeKey(world, many, { location, title: "used", lastUsedAt: daysFrom(NOW, -2) });
		await makeKey(world, many, { location, title: "not used" });
	}
	for (const place of [{ location: named }, {}]) {
		await makeKey(world, many, { ...place, title: "deleted", deletedAt: NOW, lastUsedAt: daysFrom(NOW, -1) });
	}
	const { owner } = world;
	await owner.query("update locations set deleted_at = $2 where id = $1", [gone.id, NOW]);
	const { rows } = await owner.query<{ list: string }>(
		`select string_agg(quote_ident(column_name), ', ') as list from information_schema.columns
			where table_name = 'api_keys' and is_generated = 'NEVER' and column_name not in ('id', 'title', 'title_folded')`,
	);
	await owner.query(
		`with made as (
				insert into api_keys (id, title, title_folded, ${rows[0]?.list})
				select gen_random_uuid(), k.title || ' ' || n, k.title_folded || ' ' || n, ${rows[0]?.list}
				from api_keys k cross join generate_series(1, 120) n where k.agency_id = $1
				returning id, agency_id, location_id, title
			)
			insert into key_last_uses (agency_id, key_id, at_location, last_used_at)
			select m.agency_id, m.id, m.location_id is not null, u.last_used_at from made m
			join api_keys k on k.agency_id = m.agency_id and k.location_id is not distinct from m.location_id
				and m.title ~ ('^' || k.title || ' [0-9]+$')
			join key_last_uses u on u.key_id = k.id`,
		[many.id],
	);
	await owner.query(
		`insert into key_labels (agency_id, key_id, folded, label, at_location, location_id)
			select agency_id, id, 'common', 'common', at_location, location_id from api_keys
			where agency_id = $1 and title like '%1%'`,
		[many.id],
	);
	await owner.query("analyze");
	return many;
}

const many = await multiply();

type Narrowing = [string, Partial<KeyQuery>, (row: KeySummary) => boolean];

const NARROWINGS: Narrowing[] = [
	["all", {}, () => true],
	["active ones", { status: "Active" }, (row) => row.status === "Active"],
	["administrators", { role: "ADMIN" }, (row) => row.role === "ADMIN"],
	["a text that few have", { search: " 77" }, (row) => row.title.includes(" 77")],
	["a label that many have", { label: "common" }, (row) => row.labels.includes("common")],
];

const idsOf = (rows: readonly KeySummary[]) => rows.map((row) => row.id).join();

describe("thousands of keys", () => {
	describe.each(["AGENCY", "LOCATION"] as const)("of level %s", async (level) => {
		const { rows: all } = await list(many, { level, pageSize: 10_000 });

		test("are all there", () => {
			const perLevel = 23 * 121;
			expect(all).toHaveLength(level === "AGENCY" ? perLevel : perLevel + 4 * 121);
		});

		test.each(NARROWINGS)("%s: every page is the one of the plain order", async (_name, asked, isMatch) => {
			const matching = all.filter(isMatch);
			const pageSize = 25;
			const pages = Math.ceil(matching.length / pageSize);
			const wrong: string[] = [];
			for (const sort of KEY_SORTS) {
				for (const direction of ["asc", "desc"] as const) {
					const sign = direction === "asc" ? 1 : -1;
					const by = SORTED_BY[sort];
					const ordered = matching.toSorted((a, b) => sign * (compare(by(a), by(b)) || compare(a.id, b.id)));
					for (const page of new Set([Math.ceil(pages * 0.4), Math.ceil(pages * 0.63), pages])) {
						const { rows, total } = await list(many, { ...asked, level, sort, direction, page, pageSize });
						const expected = ordered.slice((page - 1) * pageSize, page * pageSize);
						const isRight = total === ordered.length && idsOf(rows) === idsOf(expected);
						if (!isRight) wrong.push(`${sort} ${direction}, page ${page}`);
					}
				}
			}

			expect(matching).not.toEqual([]);
			expect(wrong).toEqual([]);
		});
	});
});

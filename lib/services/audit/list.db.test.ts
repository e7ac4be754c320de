import { describe, expect, test } from "vitest";
import type { AuditAction } from "#lib/core/audit.ts";
import type { PersonRole } from "#lib/core/permissions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makePerson,
	NOW,
	type TestAgency,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { exportAudit } from "./export.ts";
import { type AuditEntry, type AuditFilters, listActors, listAudit } from "./list.ts";
import { type AuditFacts, recordAudit } from "./record.ts";

const world = await testWorld();

const NO_FILTERS: AuditFilters = {
	placeId: null,
	search: "",
	group: null,
	actorId: null,
	locationId: null,
	from: null,
	to: null,
};

type Told = Partial<AuditFacts> & { action: AuditAction; person?: { id: string; name: string }; at?: Date };

async function tell(agency: { id: string }, { person, at, ...facts }: Told) {
	const ctx = contextFor(world, agency, { role: "OWNER", ...(person && { person }), now: at ?? NOW });
	await transactAs(world.database, { agencyId: agency.id }, (tx) =>
		recordAudit(tx, ctx, { subject: { kind: "agency", id: agency.id }, ...facts }),
	);
}

const owner = (agency: { id: string }) => contextFor(world, agency, { role: "OWNER" });

const read = async (agency: { id: string }, filters: Partial<AuditFilters>, size = 50) =>
	(await listAudit(owner(agency), { ...NO_FILTERS, ...filters }, { cursor: null, size })).rows;

const seqs = (rows: readonly AuditEntry[]) => rows.map(({ seq }) => Number(seq));

async function take(entries: AsyncIterable<AuditEntry>) {
	const taken: AuditEntry[] = [];
	for await (const entry of entries) taken.push(entry);
	return taken;
}

describe("pages", () => {
	async function longLog() {
		const agency = await makeAgency(world);
		for (let made = 0; made < 7; made++) await tell(agency, { action: "key.edit" });
		return agency;
	}

	test("go from the newest to the oldest and back, and none is left out or shown twice", async () => {
		const agency = await longLog();
		const page = async (cursor: Parameters<typeof listAudit>[2]["cursor"]) => {
			const { rows, ...more } = await listAudit(owner(agency), NO_FILTERS, { cursor, size: 3 });
			return { seqs: seqs(rows), ...more };
		};

		expect(await page(null)).toEqual({ seqs: [7, 6, 5], hasOlder: true, hasNewer: false });
		expect(await page({ olderThan: 5n })).toEqual({ seqs: [4, 3, 2], hasOlder: true, hasNewer: true });
		expect(await page({ olderThan: 2n })).toEqual({ seqs: [1], hasOlder: false, hasNewer: true });
		expect(await page({ newerThan: 1n })).toEqual({ seqs: [4, 3, 2], hasOlder: true, hasNewer: true });
		expect(await page({ newerThan: 4n })).toEqual({ seqs: [7, 6, 5], hasOlder: true, hasNewer: false });
	});

	test("show other agencies' events to nobody", async () => {
		const [ours, theirs] = [await longLog(), await makeAgency(world)];
		await tell(theirs, { action: "key.revoke" });

		expect((await read(ours, {})).map(({ action }) => action)).toEqual(
			Array.from({ length: 7 }, () => "key.edit"),
		);
		expect(await read(theirs, { search: ours.id })).toEqual([]);
	});
});

describe("filters", () => {
	test("by group take all actions of the group and no other, newest first", async () => {
		const agency = await makeAgency(world);
		for (const action of ["key.create", "session.start", "key.edit", "session.refuse", "key.create"] as const)
			await tell(agency, { action });

		expect(seqs(await read(agency, { group: "keys" }))).toEqual([5, 3, 1]);
		expect(seqs(await read(agency, { group: "sign-ins" }))).toEqual([4, 2]);
		expect(seqs(await read(agency, { group: "refusals" }))).toEqual([4]);
		expect(await read(agency, { group: "policies" })).toEqual([]);
	});

	test("by person, by location and by both", async () => {
		const agency = await makeAgency(world);
		const [person, location] = [await makePerson(world), await makeLocation(world, agency)];
		await tell(agency, { action: "key.edit", person });
		await tell(agency, { action: "key.edit", locationId: location.id });
		await tell(agency, { action: "key.edit", person, locationId: location.id });

		expect(seqs(await read(agency, { actorId: person.id }))).toEqual([3, 1]);
		expect(seqs(await read(agency, { locationId: location.id }))).toEqual([3, 2]);
		expect(seqs(await read(agency, { actorId: person.id, locationId: location.id }))).toEqual([3]);
		expect((await read(agency, {}))[0]).toMatchObject({ locationName: location.name });
	});

	test("by day, also when events were written down a little out of order", async () => {
		const agency = await makeAgency(world);
		const minutes = (count: number) => daysFrom(NOW, count / 1_440);
		for (const at of [minutes(-90), minutes(1), minutes(-1), minutes(0), minutes(1_460), minutes(1_439)])
			await tell(agency, { action: "key.edit", at });

		expect(seqs(await read(agency, { from: NOW }))).toEqual([6, 5, 4, 2]);
		expect(seqs(await read(agency, { to: NOW }))).toEqual([3, 1]);
		expect(seqs(await read(agency, { from: NOW, to: daysFrom(NOW, 1) }))).toEqual([6, 4, 2]);
		expect(await read(agency, { from: daysFrom(NOW, 9) })).toEqual([]);
	});
});

describe("search", () => {
	async function namedThings() {
		const agency = await makeAgency(world);
		const person = await makePerson(world);
		const key = await makeKey(world, agency, { title: "Straße 100% form" });
		await tell(agency, { action: "key.disable", subject: { kind: "key", id: key.id } });
		await tell(agency, { action: "key.edit", person });
		await tell(agency, { action: "session.refuse", subject: { kind: "person", id: person.id } });
		return { agency, person, key };
	}

	test.each(["STRASSE", "straße", "100%", "form", " 100%  form "])("finds a key by %j", async (search) => {
		const { agency } = await namedThings();

		const found = seqs(await read(agency, { search }));

		expect(found).toEqual(search === "STRASSE" ? [] : [1]);
	});

	test("finds what a person did and what was done about them, by name, address and id", async () => {
		const { agency, person } = await namedThings();

		for (const search of [person.name, person.email])
			expect(seqs(await read(agency, { search }))).toEqual([3, 2]);
		expect(seqs(await read(agency, { search: person.id }))).toEqual([3]);
		expect(seqs(await read(agency, { search: person.name, group: "keys" }))).toEqual([2]);
	});

	test("finds a thing by its id, and by nothing that is only like it", async () => {
		const { agency, key } = await namedThings();

		expect(seqs(await read(agency, { search: key.id.toUpperCase() }))).toEqual([1]);
		for (const search of ["1__% form", "\\", "\0", "' or true --", "nobody"])
			expect(await read(agency, { search })).toEqual([]);
	});

	test("of a name that very many things share reads the events for it", async () => {
		const agency = await makeAgency(world);
		for (let made = 0; made < 60; made++) await makeKey(world, agency, { title: `Twin ${made}` });
		const subject = { kind: "key", id: agency.id } as const;
		await tell(agency, {
			action: "key.edit",
			subject,
			before: { title: "Twin 7" },
			after: { title: "Other" },
		});
		await tell(agency, { action: "key.edit", subject, after: { title: "Nothing of the kind" } });

		expect(seqs(await read(agency, { search: "twin" }))).toEqual([1]);
	});

	test("does not find people of other agencies", async () => {
		const [{ agency }, stranger] = [await namedThings(), await makePerson(world)];

		expect(await read(agency, { search: stranger.name })).toEqual([]);
	});
});

test("a subject has the name that it had then, or else the one that it has now", async () => {
	const agency = await makeAgency(world);
	const [key, person] = [await makeKey(world, agency, { title: "Now" }), await makePerson(world)];
	const subject = { kind: "key", id: key.id } as const;
	await tell(agency, { action: "key.edit", subject, before: { title: "First" }, after: { title: "Then" } });
	await tell(agency, { action: "key.edit", subject });
	await tell(agency, { action: "session.end", subject: { kind: "person", id: person.id } });
	await tell(agency, { action: "key.edit", subject: { kind: "key", id: "not an id" } });

	const names = (await read(agency, {})).map((entry) => entry.subject.name);

	expect(names).toEqual([null, person.name, "Now", "Then"]);
});

test("the filter by person offers those who have acted here, and at a location those who have acted there", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const [here, there] = [await makePerson(world), await makePerson(world)];
	await tell(agency, { action: "key.edit", person: here });
	await tell(agency, { action: "key.edit", person: there, locationId: location.id });

	const named = async (placeId: string | null) =>
		(await listActors(owner(agency), placeId)).map(({ id }) => id).sort();

	expect(await named(null)).toEqual([here.id, there.id].sort());
	expect(await named(location.id)).toEqual([there.id]);
});

describe("who may read", () => {
	async function twoLocations() {
		const agency = await makeAgency(world);
		const [own, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		await tell(agency, { action: "policy.edit" });
		await tell(agency, { action: "key.edit", locationId: own.id });
		await tell(agency, { action: "key.edit", locationId: sibling.id });
		return { agency, own, sibling };
	}

	const attempts = (
		agency: TestAgency,
		role: PersonRole,
		location: { id: string },
		placeId: string | null,
	) => {
		const ctx = contextFor(world, agency, { role, location });
		const filters = { ...NO_FILTERS, placeId };
		return [
			listAudit(ctx, filters, { cursor: null, size: 9 }),
			exportAudit(ctx, filters),
			(async () => listActors(ctx, placeId))(),
		];
	};

	test("a manager reads their location's part, and no filter leads out of it", async () => {
		const { agency, own, sibling } = await twoLocations();
		const ctx = contextFor(world, agency, { role: "MANAGER", location: own });
		const filters = { ...NO_FILTERS, placeId: own.id, locationId: sibling.id };

		const page = await listAudit(ctx, filters, { cursor: null, size: 9 });
		const exported = await take(await exportAudit(ctx, filters));

		expect(seqs(page.rows)).toEqual([2]);
		expect(exported.map(({ locationName }) => locationName)).toEqual([own.name, own.name]);
	});

	test.each(["MANAGER", "VIEWER"] as const)(
		"to a %s the agency's log and another location's do not exist",
		async (role) => {
			const { agency, own, sibling } = await twoLocations();

			for (const placeId of [null, sibling.id]) {
				for (const attempt of attempts(agency, role, own, placeId))
					expect((await refusalOf(attempt)).code).toBe("not_found");
			}
			expect(await auditTrail(world, agency)).toHaveLength(3);
		},
	);

	test.each([
		["MEMBER", null],
		["MEMBER", "own"],
		["VIEWER", "own"],
	] as const)("a %s is refused at place %s", async (role, place) => {
		const { agency, own } = await twoLocations();

		for (const attempt of attempts(agency, role, own, place && own.id))
			expect((await refusalOf(attempt)).code).toBe("forbidden");
		expect(await auditTrail(world, agency)).toHaveLength(3);
	});
});

test("an export takes every event under its filters, and is the newest of them", async () => {
	const agency = await makeAgency(world);
	await tell(agency, { action: "key.edit" });
	await world.owner.query(
		`insert into audit_events select agency_id, 1 + n, gen_random_uuid(), at, actor_kind, actor_id, actor_name,
			case when n % 2 = 0 then action else 'session.start' end, subject_kind, subject_id, location_id, address,
			null, null, hash from audit_events, generate_series(1, 1200) n where agency_id = $1`,
		[agency.id],
	);
	await world.owner.query("update audit_heads set seq = 1201 where agency_id = $1", [agency.id]);

	const all = await take(await exportAudit(owner(agency), NO_FILTERS));
	const some = await take(
		await exportAudit(owner(agency), { ...NO_FILTERS, group: "keys", to: daysFrom(NOW, 1) }),
	);

	expect(seqs(all)).toEqual(Array.from({ length: 1_202 }, (_, index) => 1_202 - index));
	expect(some).toHaveLength(601);
	expect((await auditTrail(world, agency)).slice(-2)).toMatchObject([
		{ action: "audit.export", subjectKind: "audit_log" },
		{ action: "audit.export", after: { filters: { group: "keys", to: daysFrom(NOW, 1).toISOString() } } },
	]);
});

test("an export is recorded before its first event is read", async () => {
	const agency = await makeAgency(world);

	const entries = await exportAudit(owner(agency), NO_FILTERS);

	expect(await auditTrail(world, agency)).toMatchObject([{ action: "audit.export" }]);
	expect(await take(entries)).toMatchObject([{ action: "audit.export" }]);
});

import { afterEach, expect, test } from "vitest";
import type { Scope } from "#lib/core/scopes.ts";
import { openApi } from "#lib/testing/api.ts";
import { daysFrom, makeAgency, makeKey, makeLocation, NOW, type TestKey } from "#lib/testing/factories.ts";
import { get, newKey, remove } from "#lib/testing/key-calls.ts";
import { testWorld } from "#lib/testing/world.ts";
import { makeCursor } from "../cursor.ts";

const world = await testWorld();
const { ask, reported } = await openApi(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const MANAGING: Scope[] = ["contacts.write", "keys.write"];

async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const manager = await makeKey(world, agency, { scopes: MANAGING });
	return { agency, location, manager };
}

type Listed = { id: string; title: string };

async function walk(manager: TestKey, query: string, afterPage = async (_last: Listed) => {}) {
	const titles: unknown[] = [];
	for (let cursor = ""; ; ) {
		const path = `/keys?limit=2${query}${cursor && `&cursor=${cursor}`}`;
		const { status, body } = await ask(manager, get(path));
		expect({ status, body }).toMatchObject({ status: 200 });
		const page = body.data as Listed[];
		titles.push(...page.map(({ title }) => title));
		const last = page.at(-1);
		if (body.nextCursor === null || !last) return titles;
		await afterPage(last);
		cursor = String(body.nextCursor);
	}
}

test("the list goes through all keys once, the newest first, while others are made and deleted", async () => {
	const { agency, location, manager } = await arrange();
	for (const [index, at] of [undefined, location, undefined, location, undefined].entries()) {
		const createdAt = daysFrom(NOW, index < 2 ? 1 : index);
		await makeKey(world, agency, { title: `${index}`, createdAt, ...(at && { location: at }) });
	}

	const titles = await walk(manager, "", async (last) => {
		expect(await ask(manager, remove(last))).toMatchObject({ status: 200 });
		expect(await ask(manager, newKey({ title: `After ${last.title}` }))).toMatchObject({ status: 201 });
	});

	expect(titles).toEqual(["4", "3", "2", "1", "0", manager.title]);
});

test.each(["level", "locationId", "status", "role", "scope", "unused", "limit", "cursor", "offset"])(
	"the list names the filter that says nothing it knows: %s",
	async (field) => {
		const { manager } = await arrange();

		for (const query of [`${field}=nothing`, `${field}=`, `${field}=1&${field}=2`]) {
			const refused = await ask(manager, get(`/keys?${query}`));
			expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } });
		}
	},
);

test("the list is narrowed by each filter", async () => {
	const { agency, location, manager } = await arrange();
	await makeKey(world, agency, { title: "local", location, role: "READONLY", lastUsedAt: NOW });
	await makeKey(world, agency, { title: "off", disabled: true, scopes: ["forms.write"] });
	await makeKey(world, agency, { title: "over", expiresAt: NOW });
	await makeKey(world, agency, { title: "ended", revoked: true });

	expect(await walk(manager, "&level=LOCATION")).toEqual(["local"]);
	expect(await walk(manager, `&locationId=${location.id}`)).toEqual(["local"]);
	expect(await walk(manager, "&role=READONLY")).toEqual(["local"]);
	expect(await walk(manager, "&status=Inactive")).toEqual(["off"]);
	expect(await walk(manager, "&status=Expired")).toEqual(["over"]);
	expect(await walk(manager, "&status=Revoked")).toEqual(["ended"]);
	expect(await walk(manager, "&status=Active")).toEqual(["local", manager.title]);
	expect(await walk(manager, "&scope=forms.write")).toEqual(["off"]);
	expect(await walk(manager, "&scope=forms.readonly&status=Inactive")).toEqual(["off"]);
	expect(await walk(manager, "&unused=false&level=LOCATION")).toEqual(["local"]);
	expect(await walk(manager, "&unused=true&level=LOCATION")).toEqual([]);
});

test("the list shows a key of chosen locations the keys of these alone", async () => {
	const { agency, location } = await arrange();
	await makeKey(world, agency, { title: "here", location });
	await makeKey(world, agency, { title: "there", location: await makeLocation(world, agency) });
	const reader = await makeKey(world, agency, { scopes: ["keys.readonly"], chosenLocations: [location] });

	expect(await walk(reader, "")).toEqual(["here"]);
});

test("the list refuses a cursor that an earlier release made otherwise", async () => {
	const { agency, manager } = await arrange();
	const cursor = makeCursor({ agencyId: agency.id, list: "keys", filters: {} }, { offset: 50 });

	const refused = await ask(manager, get(`/keys?cursor=${cursor}`));

	expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "cursor" }] } });
});

test.each(["of another agency", "of other filters", "that was changed", "that is none"])(
	"the list refuses a cursor %s",
	async (whose) => {
		const [ours, theirs] = [await arrange(), await arrange()];
		await makeKey(world, ours.agency);
		const { body } = await ask(ours.manager, get("/keys?limit=1"));
		const cursor = String(body.nextCursor);
		const asked = {
			"of another agency": [theirs.manager, `limit=1&cursor=${cursor}`] as const,
			"of other filters": [ours.manager, `role=ADMIN&cursor=${cursor}`] as const,
			"that was changed": [ours.manager, `limit=1&cursor=A${cursor.slice(1)}B`] as const,
			"that is none": [ours.manager, "cursor=%00"] as const,
		}[whose];

		const refused = asked && (await ask(asked[0], get(`/keys?${asked[1]}`)));

		expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "cursor" }] } });
	},
);

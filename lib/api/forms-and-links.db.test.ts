import { afterEach, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { submitForm } from "#lib/services/forms/submit.ts";
import { openApi } from "#lib/testing/api.ts";
import { makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { makeForm, makeLink, question } from "#lib/testing/forms.ts";
import { testWorld } from "#lib/testing/world.ts";

const world = await testWorld();
const { ask, reported } = await openApi(world);

afterEach(() => expect(reported.splice(0)).toEqual([]));

const SCOPES = ["links.readonly", "links.write", "forms.readonly"] as const;
const V2 = { Version: "2021-07-28" };

/** A location with a sibling and a stranger, and keys of the location and of its agency. */
async function somewhere() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return {
		location,
		sibling: await makeLocation(world, agency),
		stranger: await makeLocation(world, await makeAgency(world)),
		local: await makeKey(world, agency, { location, scopes: [...SCOPES] }),
		wide: await makeKey(world, agency, { scopes: [...SCOPES] }),
	};
}

const LINK = { name: "Offer", redirectTo: "https://example.com/offer" };

test("API 1.0 makes, lists, changes and deletes links as bare objects", async () => {
	const { location, local } = await somewhere();

	const made = await ask(local, { method: "POST", path: "/api/v1/links/", body: LINK });
	const id = String(made.body.id);
	const listed = await ask(local, { method: "GET", path: "/api/v1/links/" });
	const changed = await ask(local, { method: "PUT", path: `/api/v1/links/${id}`, body: { name: "New" } });
	const deleted = await ask(local, { method: "DELETE", path: `/api/v1/links/${id}` });
	const again = await ask(local, { method: "DELETE", path: `/api/v1/links/${id}` });

	const link = { id, ...LINK, fieldKey: `{{trigger_link.${id}}}`, locationId: location.id };
	expect([made.status, made.body]).toMatchObject([200, link]);
	expect([listed.status, listed.body]).toMatchObject([200, { links: [link] }]);
	expect([changed.status, changed.body]).toMatchObject([200, { ...link, name: "New" }]);
	expect([deleted.status, again.status]).toEqual([200, 404]);
});

test("API 2.0 makes, finds, changes and deletes links, and answers 201 to every write", async () => {
	const { location, wide } = await somewhere();
	const named = { ...V2, "Location-Id": location.id };
	const body = { ...LINK, locationId: location.id };

	const made = await ask(wide, { method: "POST", path: "/api/v2/links/", headers: V2, body });
	const { id } = made.body.link as { id: string };
	const read = await ask(wide, { method: "GET", path: `/api/v2/links/id/${id}`, headers: named });
	const changed = await ask(wide, {
		method: "PUT",
		path: `/api/v2/links/${id}`,
		headers: named,
		body: { redirectTo: "https://example.com/new" },
	});
	const deleted = await ask(wide, { method: "DELETE", path: `/api/v2/links/${id}`, headers: named });

	expect([made.status, read.status, changed.status, deleted.status]).toEqual([201, 200, 201, 201]);
	expect(read.body.link).toMatchObject({ id, ...LINK, locationId: location.id });
	expect(changed.body.link).toMatchObject({ name: "Offer", redirectTo: "https://example.com/new" });
	expect(deleted.body).toMatchObject({ succeded: true });
});

test("links are searched by a part of their name, page by page", async () => {
	const { location, local } = await somewhere();
	for (const name of ["Offer 1", "Offer 2", "Other"]) await makeLink(world, location, { name });
	const search = async (query: string) => {
		const headers = { Version: "2021-04-15" };
		const reply = await ask(local, { method: "GET", path: `/api/v2/links/search?${query}`, headers });
		return (reply.body.links as { name: string }[] | undefined)?.map(({ name }) => name) ?? reply.status;
	};

	expect(await search("")).toEqual(["Offer 1", "Offer 2", "Other"]);
	expect(await search("query=OFFER&skip=1&limit=1")).toEqual(["Offer 2"]);
	expect(await search("query=%25")).toEqual([]);
	expect(await search("query=%00")).toEqual([]);
	for (const wrong of [
		"limit=0",
		"limit=101",
		"skip=-1",
		"limit=x",
		"limit=1&limit=2",
		`query=${"a".repeat(201)}`,
	])
		expect(await search(wrong), wrong).toBe(422);
});

test("no key reads or changes what is another place's, and it looks like nothing", async () => {
	const { location, sibling, stranger, wide } = await somewhere();
	const headers = { ...V2, "Location-Id": location.id };
	const about = (linkId: string, formId: string) =>
		Promise.all([
			ask(wide, { method: "GET", path: `/api/v2/links/id/${linkId}`, headers }),
			ask(wide, { method: "PUT", path: `/api/v2/links/${linkId}`, headers, body: { name: "Mine" } }),
			ask(wide, { method: "DELETE", path: `/api/v2/links/${linkId}`, headers }),
			ask(wide, { method: "PUT", path: `/api/v1/links/${linkId}`, headers, body: { name: "Mine" } }),
			ask(wide, { method: "DELETE", path: `/api/v1/links/${linkId}`, headers }),
			ask(wide, { method: "GET", path: `/api/v2/forms/submissions?formId=${formId}`, headers }),
			ask(wide, { method: "GET", path: `/api/v1/forms/submissions?formId=${formId}`, headers }),
		]);
	const none = await about(newId(), newId());

	for (const place of [sibling, stranger]) {
		const [link, form] = [await makeLink(world, place), await makeForm(world, place)];
		const replies = await about(link.id, form.id);

		expect(replies.map(({ status }) => status)).toEqual(Array(7).fill(404));
		expect(replies.map(({ body }) => body)).toEqual(none.map(({ body }) => body));
		const { rows } = await world.owner.query("select name from trigger_links where id = $1", [link.id]);
		expect(rows).toEqual([{ name: "Offer" }]);
	}
});

test.each([
	[{}, ["name", "redirectTo"]],
	[{ ...LINK, name: " " }, ["name"]],
	[{ ...LINK, name: "a\0b" }, ["name"]],
	[{ ...LINK, name: ["Offer"] }, ["name"]],
	[{ ...LINK, redirectTo: "javascript:alert(1)" }, ["redirectTo"]],
	[{ ...LINK, redirectTo: { href: "https://example.com" } }, ["redirectTo"]],
	[{ ...LINK, redirectTo: "https://user:secret@example.com" }, ["redirectTo"]],
])("a link of %j is refused by the names of its members, in both dialects", async (body, fields) => {
	const { local } = await somewhere();

	const v1 = await ask(local, { method: "POST", path: "/api/v1/links", body });
	const v2 = await ask(local, { method: "POST", path: "/api/v2/links", headers: V2, body });

	for (const reply of [v1, v2]) {
		expect(reply.status).toBe(422);
		expect((reply.body.errors as { field: string }[]).map(({ field }) => field)).toEqual(fields);
	}
});

async function sentThrice() {
	const place = await somewhere();
	const names = ["size", "email", "id"];
	const fields = names.map((name) =>
		question({
			name,
			savesTo: name === "email" ? "email" : null,
			...(name === "email" && { type: "email" }),
		}),
	);
	const form = await makeForm(world, place.location, { fields });
	const page = { url: "https://agency.example/", client: "" };
	for (const day of ["2026-06-21", "2026-06-22", "2026-06-23"]) {
		const sent = { id: "mine", email: `ada-${day}@example.com`, size: "42" };
		await submitForm(world.database, { formId: form.id, sent, page }, new Date(`${day}T23:30:00Z`));
	}
	return { ...place, form };
}

test("submissions come with their answers as each dialect spreads them, and never in place of a member", async () => {
	const { local, form } = await sentThrice();
	const query = `formId=${form.id}&q=06-22`;

	const v1 = await ask(local, { method: "GET", path: `/api/v1/forms/submissions?${query}` });
	const v2 = await ask(local, { method: "GET", path: `/api/v2/forms/submissions?${query}`, headers: V2 });

	const meta = { total: 1, currentPage: 1, nextPage: null, prevPage: null };
	const email = "ada-2026-06-22@example.com";
	const own = { formId: form.id, email, name: null, createdAt: "2026-06-22T23:30:00.000Z" };
	const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
	const contactId = id;
	expect(v1.body).toEqual({
		submissions: [{ ...own, id, contactId, size: "42", pageDetails: { url: "https://agency.example/" } }],
		meta,
	});
	expect(v2.body).toMatchObject({
		submissions: [
			{
				...own,
				id,
				contactId,
				others: { size: "42", email, id: "mine", fieldsOriSequance: ["size", "email", "id"] },
			},
		],
		meta,
	});
});

test("submissions are turned over page by page, and cut by day", async () => {
	const { local } = await sentThrice();
	const read = async (query: string) => {
		const path = `/api/v2/forms/submissions?${query}`;
		const { body } = await ask(local, { method: "GET", path, headers: V2 });
		const days = (body.submissions as { createdAt: string }[]).map(({ createdAt }) => createdAt.slice(8, 10));
		return [days, body.meta];
	};

	const [first, last] = [await read("limit=2"), await read("limit=2&page=2")];

	expect(first).toEqual([["23", "22"], { total: 3, currentPage: 1, nextPage: 2, prevPage: null }]);
	expect(last).toEqual([["21"], { total: 3, currentPage: 2, nextPage: null, prevPage: 1 }]);
	expect((await read("startAt=2026-06-22&endAt=2026-06-22"))[0]).toEqual(["22"]);
	expect((await read("startAt=2026-06-23T00:31:00%2B01:00"))[0]).toEqual(["23"]);
	expect((await read("startAt=2026-06-23&endAt=2026-06-21"))[0]).toEqual([]);
	expect((await read("page=9"))[0]).toEqual([]);
});

test.each([
	["startAt=0000-01-01", "startAt"],
	["startAt=2026-02-30", "startAt"],
	["startAt=yesterday", "startAt"],
	["startAt=1750000000000", "startAt"],
	["endAt=", "endAt"],
	["formId=x", "formId"],
	["page=0", "page"],
	["page=1.5", "page"],
	["limit=101", "limit"],
	[`q=${"a".repeat(201)}`, "q"],
])("submissions are not asked for by %s", async (query, field) => {
	const { local } = await somewhere();

	const v1 = await ask(local, { method: "GET", path: `/api/v1/forms/submissions?${query}` });
	const v2 = await ask(local, { method: "GET", path: `/api/v2/forms/submissions?${query}`, headers: V2 });

	for (const reply of [v1, v2]) expect([reply.status, reply.body.errors]).toMatchObject([422, [{ field }]]);
});

test("forms are listed by each dialect, and a page of them by API 2.0", async () => {
	const { location, local } = await somewhere();
	const [a, b] = [
		await makeForm(world, location, { name: "A" }),
		await makeForm(world, location, { name: "B" }),
	];

	const v1 = await ask(local, { method: "GET", path: "/api/v1/forms/" });
	const v2 = await ask(local, {
		method: "GET",
		path: "/api/v2/forms/?skip=1&limit=1&type=folder",
		headers: V2,
	});

	expect(v1.body).toEqual({
		forms: [
			{ id: a.id, name: "A" },
			{ id: b.id, name: "B" },
		],
	});
	expect(v2.body).toMatchObject({ forms: [{ id: b.id, name: "B", locationId: location.id }], total: 2 });
});

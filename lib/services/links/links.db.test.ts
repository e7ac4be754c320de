import { expect, test } from "vitest";
import { env } from "#lib/config/env.ts";
import { LinkFields } from "#lib/core/crm/link-fields.ts";
import { newId } from "#lib/core/ids.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { makeLink, storedClicks } from "#lib/testing/forms.ts";
import { CRM_VERB, fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createLink } from "./create.ts";
import { deleteLink } from "./delete.ts";
import { editLink } from "./edit.ts";
import { getLink } from "./get.ts";
import { listLinks } from "./list.ts";
import { listClicks } from "./list-clicks.ts";

const world = await testWorld();

const fields = { name: "Spring offer", redirectTo: "https://example.com/spring" };

const stored = async (linkId: string) =>
	(await world.owner.query("select name, redirect_to from trigger_links where id = $1", [linkId])).rows;

const crm = { world, ...CRM_VERB };

fourCases({
	...crm,
	arrange: async ({ location }) => ({ locationId: location.id, ...fields }),
	act: createLink,
	absent: (target) => ({ ...target, locationId: newId() }),
	remove: ({ location }) =>
		world.owner.query("update locations set deleted_at = now() where id = $1", [location.id]),
	observe: async ({ location }) =>
		(
			await world.owner.query("select name, redirect_to from trigger_links where location_id = $1", [
				location.id,
			])
		).rows,
	done: [{ name: "Spring offer", redirect_to: "https://example.com/spring" }],
});

fourCases<{ linkId: string; name: string }>({
	...crm,
	arrange: async ({ location }) => ({ linkId: (await makeLink(world, location)).id, name: "Renamed" }),
	act: editLink,
	absent: (target) => ({ ...target, linkId: newId() }),
	remove: (_scene, { linkId }) => world.owner.query("delete from trigger_links where id = $1", [linkId]),
	observe: (_scene, { linkId }) => stored(linkId),
	done: [{ name: "Renamed", redirect_to: "https://example.com/offer" }],
});

fourCases<{ linkId: string }>({
	...crm,
	arrange: async ({ location }) => ({ linkId: (await makeLink(world, location)).id }),
	act: deleteLink,
	absent: () => ({ linkId: newId() }),
	remove: (_scene, { linkId }) => world.owner.query("delete from trigger_links where id = $1", [linkId]),
	observe: (_scene, { linkId }) => stored(linkId),
	done: [],
});

test("a link that somebody else changed meanwhile is not changed over their head", async () => {
	const agency = await makeAgency(world);
	const { id: linkId } = await makeLink(world, await makeLocation(world, agency));
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const attempts = await Promise.allSettled(
		["One", "Two"].map((name) => editLink(ctx, { linkId, version: 1, name })),
	);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("links are found by a part of their name, whatever it holds, and never a neighbour's", async () => {
	const agency = await makeAgency(world);
	const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	await makeLink(world, here, { name: "100% off" });
	await makeLink(world, here, { name: "1000 off" });
	await makeLink(world, there, { name: "100% off" });
	const ctx = contextFor(world, agency, { role: "VIEWER", location: here });
	const query = { locationId: here.id, search: "100%", offset: 0, limit: 10 };

	const found = await listLinks(ctx, query);

	expect(found).toMatchObject({ total: 1, rows: [{ name: "100% off", locationId: here.id }] });
	expect((await refusalOf(listLinks(ctx, { ...query, locationId: there.id }))).code).toBe("not_found");
	expect((await listLinks(ctx, { ...query, search: "\0" })).total).toBe(0);
});

test("what is deleted is nowhere any more, its clicks neither", async () => {
	const agency = await makeAgency(world);
	const { id: linkId } = await makeLink(world, await makeLocation(world, agency));
	const ctx = contextFor(world, agency, { role: "OWNER" });

	await deleteLink(ctx, { linkId });

	expect((await refusalOf(getLink(ctx, { linkId }))).code).toBe("not_found");
	expect((await refusalOf(listClicks(ctx, { linkId, offset: 0, limit: 10 }))).code).toBe("not_found");
	expect(await storedClicks(world, linkId)).toEqual([]);
});

test.each([
	"javascript:alert(1)",
	"JavaScript:alert(1)",
	"java\nscript:alert(1)",
	"data:text/html,x",
	"vbscript:x",
	"file:///etc/passwd",
	"//example.com",
	"/account",
	"example.com",
	"https://",
	"https://user:secret@example.com/",
	"",
	`https://example.com/${"a".repeat(2_000)}`,
])("a link cannot lead to %j", (redirectTo) => {
	expect(LinkFields.safeParse({ name: "x", redirectTo }).success).toBe(false);
});

test("an address is kept as browsers send it, so that it cannot break out of a header", () => {
	const { redirectTo } = LinkFields.parse({ name: "x", redirectTo: " https://Exämple.com/a\r\nb ü " });

	expect(redirectTo).toBe("https://xn--exmple-cua.com/ab%20%C3%BC");
});

test.each(["/l/abc", "/f/01890000-0000-7000-8000-000000000000/thanks"])(
	"a link does not lead to %s of our own, from where people would be led on and on",
	async (path) => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const { id: linkId } = await makeLink(world, location);
		const ctx = contextFor(world, agency, { role: "OWNER" });
		const redirectTo = env().APP_ORIGIN + path;

		const refusals = [
			await refusalOf(createLink(ctx, { locationId: location.id, name: "Round", redirectTo })),
			await refusalOf(editLink(ctx, { linkId, redirectTo })),
		];

		for (const refusal of refusals)
			expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "redirectTo" }] });
		expect(await stored(linkId)).toMatchObject([{ redirect_to: "https://example.com/offer" }]);
	},
);

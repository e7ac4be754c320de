import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeContact, makeWaitingWorkflow, storedContacts } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, type TestLocation } from "#lib/testing/factories.ts";
import { CRM_VERB, fourCases, refusalOf, type Scene } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { editTags } from "../contacts/edit-tags.ts";
import { createTag } from "./create.ts";
import { deleteTag } from "./delete.ts";
import { listKnownTags } from "./list.ts";
import { renameTag } from "./rename.ts";

const world = await testWorld();

const knownAt = async ({ id }: { id: string }) =>
	(await world.owner.query("select name from tags where location_id = $1 order by name", [id])).rows.map(
		({ name }) => name,
	);
const tagsOf = async (location: TestLocation) =>
	(await storedContacts(world, location)).map(({ tags }) => tags);

/** A tag that two of the location's three contacts have. */
async function tagged(location: TestLocation) {
	await makeContact(world, location, { firstName: "A", tags: ["first", "vip"] });
	await makeContact(world, location, { firstName: "B", tags: ["vip"] });
	await makeContact(world, location, { firstName: "C", tags: ["other"] });
	const { rows } = await world.owner.query("select id from tags where location_id = $1 and name = 'vip'", [
		location.id,
	]);
	return { tagId: rows[0].id as string };
}

const verb = {
	world,
	...CRM_VERB,
	observe: async ({ location }: Scene) => ({
		known: await knownAt(location),
		tags: await tagsOf(location as TestLocation),
	}),
} as const;
const remove = (_scene: Scene, { tagId }: { tagId: string }) =>
	world.owner.query("delete from tags where id = $1", [tagId]);

fourCases({
	...verb,
	arrange: async ({ location }) => ({ locationId: location.id, name: "vip" }),
	act: createTag,
	absent: (target) => ({ ...target, locationId: newId() }),
	done: { known: ["vip"], tags: [] },
});

fourCases({
	...verb,
	arrange: async ({ location }) => ({ ...(await tagged(location)), name: "gold" }),
	act: renameTag,
	absent: (target) => ({ ...target, tagId: newId() }),
	remove,
	done: { known: ["first", "gold", "other"], tags: [["first", "gold"], ["gold"], ["other"]] },
});

fourCases({
	...verb,
	arrange: async ({ location }) => tagged(location),
	act: deleteTag,
	absent: () => ({ tagId: newId() }),
	remove,
	done: { known: ["first", "other"], tags: [["first"], [], ["other"]] },
});

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return { agency, location, ctx: contextFor(world, agency, { role: "ADMIN" }) };
}

test("a name that the location knows is refused, and the contacts stay as they are", async () => {
	const { location, ctx } = await scene();
	const { tagId } = await tagged(location);

	const refusals = [
		await refusalOf(createTag(ctx, { locationId: location.id, name: "vip" })),
		await refusalOf(renameTag(ctx, { tagId, name: "first" })),
	];

	expect(refusals).toMatchObject([1, 2].map(() => ({ code: "conflict", fields: [{ field: "name" }] })));
	expect(await tagsOf(location)).toEqual([["first", "vip"], ["vip"], ["other"]]);
});

test("a tag that is renamed stays the same tag, changes its contacts' version and starts no workflow", async () => {
	const { location, ctx } = await scene();
	const { tagId } = await tagged(location);
	await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "gold" });

	const renamed = await renameTag(ctx, { tagId, name: "gold" });

	expect(renamed).toEqual({ id: tagId, locationId: location.id, name: "gold" });
	expect((await storedContacts(world, location)).map(({ version }) => version)).toEqual([2, 2, 1]);
	const { rows } = await world.owner.query("select from workflow_runs where location_id = $1", [location.id]);
	expect(rows).toEqual([]);
});

test("the same name at another location is another tag", async () => {
	const { agency, location, ctx } = await scene();
	const sibling = await makeLocation(world, agency);
	const { tagId } = await tagged(location);
	await tagged(sibling);

	await deleteTag(ctx, { tagId });

	expect(await tagsOf(sibling)).toEqual([["first", "vip"], ["vip"], ["other"]]);
	expect((await listKnownTags(ctx, { locationId: sibling.id })).map(({ name }) => name)).toContain("vip");
});

test.each([
	["renamed", (ctx, tagId) => renameTag(ctx, { tagId, name: "gold" })],
	["deleted", (ctx, tagId) => deleteTag(ctx, { tagId })],
] satisfies [string, (ctx: ReturnType<typeof contextFor>, tagId: string) => Promise<unknown>][])(
	"while a tag is %s, whoever is tagged with it never has one that the location does not know",
	async (_what, change) => {
		for (let round = 0; round < 8; round++) {
			const { location, ctx } = await scene();
			const { tagId } = await tagged(location);
			const contacts = await storedContacts(world, location);

			await Promise.all([
				editTags(ctx, { contactId: contacts[2].id, add: ["vip", "b", "a"] }),
				change(ctx, tagId),
				editTags(ctx, { contactId: contacts[0].id, add: ["a", "b"], remove: ["first"] }),
			]);

			const known = await knownAt(location);
			for (const tags of await tagsOf(location)) expect(known).toEqual(expect.arrayContaining(tags));
		}
	},
);

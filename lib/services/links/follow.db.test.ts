import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeContact, makeWaitingWorkflow, startedFor } from "#lib/testing/contacts.ts";
import { makeAgency, makeLocation, NOW, type TestLocation } from "#lib/testing/factories.ts";
import { makeLink, storedClicks, whileDeleting } from "#lib/testing/forms.ts";
import { testWorld } from "#lib/testing/world.ts";
import { followLink } from "./follow.ts";

const world = await testWorld();

const visit = (slug: string, contactId: string | null = null, counts = true) =>
	followLink(world.database, { slug, contactId, address: "203.0.113.7", client: "curl", counts }, NOW);

const clicksOf = async (linkId: string) =>
	Number(
		(await world.owner.query("select clicks from trigger_links where id = $1", [linkId])).rows[0]?.clicks,
	);

async function linkSomewhere() {
	const location = await makeLocation(world, await makeAgency(world));
	return { location, link: await makeLink(world, location) };
}

const waitFor = (location: TestLocation, linkId: string) =>
	makeWaitingWorkflow(world, location, { kind: "link_clicked", linkId });

test("a link leads on, counts the click and logs who it was", async () => {
	const { location, link } = await linkSomewhere();
	const contact = await makeContact(world, location);
	const workflow = await waitFor(location, link.id);

	const redirectTo = await visit(link.slug, contact.id);

	expect(redirectTo).toBe("https://example.com/offer");
	expect(await clicksOf(link.id)).toBe(1);
	expect(await storedClicks(world, link.id)).toMatchObject([
		{ contact_id: contact.id, address: "203.0.113.7", client: "curl", clicked_at: NOW },
	]);
	expect(await startedFor(world, workflow)).toEqual([contact.id]);
});

test("nobody's click, and one by a contact of elsewhere, counts for nobody and starts nothing", async () => {
	const { location, link } = await linkSomewhere();
	const sibling = await makeContact(world, await makeLocation(world, { id: location.agencyId }));
	const stranger = await makeContact(world, (await linkSomewhere()).location);
	const workflow = await waitFor(location, link.id);

	for (const id of [null, sibling.id, stranger.id, newId()]) await visit(link.slug, id);

	expect(await storedClicks(world, link.id)).toMatchObject(Array(4).fill({ contact_id: null }));
	expect(await startedFor(world, workflow)).toEqual([]);
});

test("who only looks is led on and not counted", async () => {
	const { location, link } = await linkSomewhere();
	const contact = await makeContact(world, location);
	const workflow = await waitFor(location, link.id);

	expect(await visit(link.slug, contact.id, false)).toBe("https://example.com/offer");

	expect(await clicksOf(link.id)).toBe(0);
	expect(await storedClicks(world, link.id)).toEqual([]);
	expect(await startedFor(world, workflow)).toEqual([]);
});

test("clicks at once are all counted", async () => {
	const { location, link } = await linkSomewhere();
	const contact = await makeContact(world, location);

	await Promise.all(Array.from({ length: 10 }, (_, n) => visit(link.slug, n % 2 ? contact.id : null)));

	expect(await clicksOf(link.id)).toBe(10);
	expect(await storedClicks(world, link.id)).toHaveLength(10);
});

test.each([
	["locations", "suspended_at"],
	["locations", "deleted_at"],
	["agencies", "suspended_at"],
	["agencies", "deleted_at"],
])("a link leads nowhere, like one that never was, while %s.%s is set", async (table, column) => {
	const { location, link } = await linkSomewhere();
	const id = table === "agencies" ? location.agencyId : location.id;
	await world.owner.query(`update ${table} set ${column} = now() where id = $1`, [id]);

	expect(await visit(link.slug)).toBe(await visit("nothinghere"));
	expect(await visit(link.slug)).toBeNull();
	expect(await clicksOf(link.id)).toBe(0);
});

test("a contact who is deleted while their click comes in is led on, and the click is nobody's", async () => {
	const { location, link } = await linkSomewhere();
	const contact = await makeContact(world, location);
	const workflow = await waitFor(location, link.id);

	const visited = await whileDeleting(world, "contacts", contact.id, () => visit(link.slug, contact.id));

	expect(visited).toEqual({ status: "fulfilled", value: "https://example.com/offer" });
	expect(await clicksOf(link.id)).toBe(1);
	expect(await storedClicks(world, link.id)).toMatchObject([{ contact_id: null }]);
	expect(await startedFor(world, workflow)).toEqual([]);
});

test("a click that comes in while its link is deleted is led on all the same", async () => {
	const { location, link } = await linkSomewhere();
	const contact = await makeContact(world, location);

	const visited = await whileDeleting(world, "trigger_links", link.id, () => visit(link.slug, contact.id));

	expect(visited).toEqual({ status: "fulfilled", value: "https://example.com/offer" });
	expect(await visit(link.slug)).toBeNull();
});

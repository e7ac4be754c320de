import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { makeContact, makeWaitingWorkflow, startedFor } from "#lib/testing/contacts.ts";
import { makeAgency, makeLocation, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changeTags } from "./change-tags.ts";

const world = await testWorld();

const aLocation = async () => makeLocation(world, await makeAgency(world));

const change = (agencyId: string, contactId: string, tags: { add?: string[]; remove?: string[] }) =>
	transactAs(world.database, { agencyId }, (tx) => changeTags(tx, { agencyId, now: NOW }, contactId, tags));

test("tags come and go, each once, and only a new one starts what waits for it", async () => {
	const location = await aLocation();
	const contact = await makeContact(world, location, { tags: ["lead", "vip"] });
	const onVip = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "vip" });
	const onNew = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "new" });

	const tags = await change(location.agencyId, contact.id, { add: ["vip", "new"], remove: ["lead"] });

	expect(tags).toEqual(["vip", "new"]);
	expect(await startedFor(world, onVip)).toEqual([]);
	expect(await startedFor(world, onNew)).toEqual([contact.id]);
});

test("a tag that was taken away starts its workflow again when it comes back", async () => {
	const location = await aLocation();
	const contact = await makeContact(world, location, {});
	const workflow = await makeWaitingWorkflow(world, location, { kind: "contact_tagged", tag: "vip" });

	await change(location.agencyId, contact.id, { add: ["vip"] });
	await change(location.agencyId, contact.id, { add: ["vip"] });
	await change(location.agencyId, contact.id, { remove: ["vip"] });
	await change(location.agencyId, contact.id, { add: ["vip"] });

	expect(await startedFor(world, workflow)).toEqual([contact.id, contact.id]);
});

test("of several changes at once none is lost", async () => {
	const location = await aLocation();
	const contact = await makeContact(world, location, {});

	await Promise.all(["a", "b", "c", "d"].map((tag) => change(location.agencyId, contact.id, { add: [tag] })));

	expect((await change(location.agencyId, contact.id, {})).sort()).toEqual(["a", "b", "c", "d"]);
});

test("a contact has room for a hundred tags", async () => {
	const location = await aLocation();
	const tags = Array.from({ length: 100 }, (_, index) => `tag ${index}`);
	const contact = await makeContact(world, location, { tags });

	const refusal = await refusalOf(change(location.agencyId, contact.id, { add: ["one more"] }));

	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "tags" }] });
});

test("a contact of another agency is one that never existed", async () => {
	const location = await aLocation();
	const contact = await makeContact(world, location, {});
	const other = await makeAgency(world);

	const refusal = await refusalOf(change(other.id, contact.id, { add: ["mine"] }));

	expect(refusal).toEqual(await refusalOf(change(other.id, newId(), { add: ["mine"] })));
	expect(refusal.code).toBe("not_found");
});

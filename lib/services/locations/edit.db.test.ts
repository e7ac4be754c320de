import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { auditTrail, contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { editLocation } from "./edit.ts";

const world = await testWorld();

const stored = async (id: string) =>
	(await world.owner.query("select name, slug, profile from locations where id = $1", [id])).rows[0];

fourCases({
	world,
	places: ["location"],
	permission: () => "location.write",
	knows: () => "location.view",
	action: "location.edit",
	arrange: async ({ location }) => ({ locationId: location.id, name: "Quay", profile: { city: "Leeds" } }),
	act: editLocation,
	absent: (target) => ({ ...target, locationId: newId() }),
	remove: (_scene, { locationId }) =>
		world.owner.query("update locations set deleted_at = now() where id = $1", [locationId]),
	observe: (_scene, { locationId }) => stored(locationId),
	done: { name: "Quay", profile: { city: "Leeds" } },
});

async function scene() {
	const agency = await makeAgency(world);
	const { id: locationId, name } = await makeLocation(world, agency);
	return { agency, locationId, name, ctx: contextFor(world, agency, { role: "ADMIN" }) };
}

test("what is left out stays, and an empty text takes a member away", async () => {
	const { ctx, locationId, name } = await scene();
	const profile = { city: "Leeds", phone: "+44 113 1", social: { twitter: "a", yelp: "b" } };
	await editLocation(ctx, { locationId, name: undefined, profile });

	await editLocation(ctx, { locationId, name: undefined, profile: { phone: "", social: { yelp: "" } } });

	expect(await stored(locationId)).toMatchObject({
		name,
		profile: { city: "Leeds", social: { twitter: "a" } },
	});
	expect((await stored(locationId)).profile).not.toHaveProperty("phone");
});

test("two changes of different members at once are both kept", async () => {
	const { ctx, locationId } = await scene();
	const changes = [{ city: "Leeds" }, { country: "GB" }, { timezone: "Europe/London" }];

	await Promise.all(changes.map((profile) => editLocation(ctx, { locationId, name: undefined, profile })));

	expect((await stored(locationId)).profile).toEqual({
		city: "Leeds",
		country: "GB",
		timezone: "Europe/London",
	});
});

test("a change that says what is so already leaves no event", async () => {
	const { agency, ctx, locationId, name } = await scene();

	await editLocation(ctx, { locationId, name, profile: {} });

	expect(await auditTrail(world, agency)).toEqual([]);
});

test("the name of a sibling is refused, and the rest of the change with it", async () => {
	const { agency, ctx, locationId, name } = await scene();
	const sibling = await makeLocation(world, agency, { name: "Harbour" });

	const refusal = await refusalOf(
		editLocation(ctx, { locationId, name: sibling.name.toUpperCase(), profile: { city: "Leeds" } }),
	);

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "name" }] });
	expect(await stored(locationId)).toMatchObject({ name, profile: {} });
});

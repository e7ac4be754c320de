import { expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { renameLocation } from "./rename.ts";

const world = await testWorld();

const stored = async (id: string) =>
	(await world.owner.query("select name, slug, deleted_at from locations where id = $1", [id])).rows[0];

fourCases<{ locationId: string; name: string }>({
	world,
	places: ["location"],
	permission: () => "location.write",
	knows: () => "location.view",
	action: "location.rename",
	arrange: async ({ location }) => ({ locationId: location.id, name: "Quay" }),
	act: renameLocation,
	absent: (target) => ({ ...target, locationId: newId() }),
	remove: (_scene, { locationId }) =>
		world.owner.query("update locations set deleted_at = now() where id = $1", [locationId]),
	observe: (_scene, { locationId }) => stored(locationId),
	done: { name: "Quay" },
});

test("a location may get its own name in other letters, and keeps its address", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { name: "Harbour" });

	const renamed = await renameLocation(contextFor(world, agency, { role: "ADMIN" }), {
		locationId: location.id,
		name: "HARBOUR",
	});

	expect(renamed.name).toBe("HARBOUR");
	expect(await stored(location.id)).toMatchObject({ name: "HARBOUR", slug: location.slug });
});

test("two locations that want the same name at once do not both get it", async () => {
	const agency = await makeAgency(world);
	const locations = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const ctx = contextFor(world, agency, { role: "ADMIN" });

	const attempts = await Promise.allSettled(
		locations.map(({ id }) => renameLocation(ctx, { locationId: id, name: "Quay" })),
	);

	expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the name of another location is refused by name", async () => {
	const agency = await makeAgency(world);
	const [location, other] = [await makeLocation(world, agency), await makeLocation(world, agency)];

	const refusal = await refusalOf(
		renameLocation(contextFor(world, agency, { role: "ADMIN" }), {
			locationId: location.id,
			name: other.name,
		}),
	);

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "name" }] });
});

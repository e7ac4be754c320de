import { expect, test } from "vitest";
import { contextFor, makeAgency, makeLocation } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createLocation } from "./create.ts";

const world = await testWorld();

fourCases({
	world,
	places: ["agency"],
	permission: () => "location.write",
	knows: () => null,
	action: "location.create",
	arrange: async () => ({ name: "Harbour", slug: "harbour" }),
	act: createLocation,
	observe: async ({ agency }) =>
		(
			await world.owner.query(
				"select name, slug from locations where agency_id = $1 order by created_at desc",
				[agency.id],
			)
		).rows.filter((row) => row.slug === "harbour"),
	done: [{ name: "Harbour", slug: "harbour" }],
});

test("two agencies may have a location of the same address name", async () => {
	const [first, second] = [await makeAgency(world), await makeAgency(world)];
	const create = (agency: { id: string }) =>
		createLocation(contextFor(world, agency, { role: "OWNER" }), { name: "Harbour", slug: "harbour" });

	const made = [await create(first), await create(second)];

	expect(made[0]?.id).not.toBe(made[1]?.id);
});

test("an address name that the agency uses already is refused by that name", async () => {
	const agency = await makeAgency(world);
	const { slug } = await makeLocation(world, agency);

	const refusal = await refusalOf(
		createLocation(contextFor(world, agency, { role: "OWNER" }), { name: "Again", slug }),
	);

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "slug" }] });
});

import { expect, test } from "vitest";
import { contextFor, makeAgency } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { renameAgency } from "./rename.ts";

const world = await testWorld();

const stored = async ({ id }: { id: string }) =>
	(await world.owner.query("select name, slug from agencies where id = $1", [id])).rows[0];

fourCases({
	world,
	places: ["agency"],
	permission: () => "agency.edit",
	knows: () => null,
	action: "agency.rename",
	arrange: async () => ({ name: "Bright Agency" }),
	act: renameAgency,
	observe: ({ agency }) => stored(agency),
	done: { name: "Bright Agency" },
});

test("the address stays, and other agencies keep their names", async () => {
	const [agency, neighbour] = [await makeAgency(world), await makeAgency(world)];

	await renameAgency(contextFor(world, agency, { role: "ADMIN" }), { name: neighbour.name });

	expect(await stored(agency)).toEqual({ name: neighbour.name, slug: agency.slug });
	expect(await stored(neighbour)).toEqual({ name: neighbour.name, slug: neighbour.slug });
});

test("an agency that was deleted meanwhile is not found", async () => {
	const agency = await makeAgency(world);
	await world.owner.query("update agencies set deleted_at = now() where id = $1", [agency.id]);

	const refusal = await refusalOf(
		renameAgency(contextFor(world, agency, { role: "OWNER" }), { name: "Late" }),
	);

	expect(refusal.code).toBe("not_found");
});

import { describe, expect, test } from "vitest";
import { codeOf, runningEngine } from "#lib/testing/engine.ts";
import { contextFor, makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createLocation } from "./create.ts";

const world = await testWorld();

const ownerOf = (agency: { id: string }) => contextFor(world, agency, { role: "OWNER" });
const stored = async (agency: { id: string }) =>
	(
		await world.owner.query(
			"select name, slug from locations where agency_id = $1 and deleted_at is null order by slug",
			[agency.id],
		)
	).rows;

fourCases({
	world,
	places: ["agency"],
	permission: () => "location.write",
	knows: () => null,
	action: "location.create",
	arrange: async () => ({ name: "Harbour" }),
	act: createLocation,
	observe: async ({ agency }) => (await stored(agency)).filter((row) => row.slug === "harbour"),
	done: [{ name: "Harbour", slug: "harbour" }],
});

describe("its address", () => {
	test("may be the same in two agencies", async () => {
		const [first, second] = [await makeAgency(world), await makeAgency(world)];

		const made = [
			await createLocation(ownerOf(first), { name: "Harbour" }),
			await createLocation(ownerOf(second), { name: "Harbour" }),
		];

		expect(made.map(({ slug }) => slug)).toEqual(["harbour", "harbour"]);
	});

	// Somebody may have kept a link to the location that was deleted.
	test("is not handed on from a location that was deleted", async () => {
		const agency = await makeAgency(world);
		const { slug } = await makeLocation(world, agency, { deleted: true });

		const made = await createLocation(ownerOf(agency), { name: slug });

		expect(made.slug).toBe(`${slug}-2`);
	});

	test("gets a number where names differ and addresses would not", async () => {
		const agency = await makeAgency(world);

		const made = [];
		for (const name of ["Café", "Cafe", "Cafe!"]) made.push(await createLocation(ownerOf(agency), { name }));

		expect(made.map(({ slug }) => slug)).toEqual(["cafe", "cafe-2", "cafe-3"]);
	});
});

describe("its name", () => {
	test("is refused by name when another location has it, whatever the case and the spaces", async () => {
		const agency = await makeAgency(world);
		await makeLocation(world, agency, { name: "Old  Harbour" });

		const refusal = await refusalOf(createLocation(ownerOf(agency), { name: "OLD harbour" }));

		expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "name" }] });
	});

	test("may be that of a location that was deleted", async () => {
		const agency = await makeAgency(world);
		await makeLocation(world, agency, { name: "Harbour", deleted: true });

		const made = await createLocation(ownerOf(agency), { name: "Harbour" });

		expect(made.name).toBe("Harbour");
	});

	test("goes to one of ten who want it at once", async () => {
		const agency = await makeAgency(world);

		const attempts = await Promise.allSettled(
			Array.from({ length: 10 }, () => createLocation(ownerOf(agency), { name: "Harbour" })),
		);

		expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		for (const attempt of attempts) {
			if (attempt.status === "rejected") expect(attempt.reason).toMatchObject({ code: "conflict" });
		}
		expect(await stored(agency)).toEqual([{ name: "Harbour", slug: "harbour" }]);
	});
});

test("every process lets an agency key act on it once it is answered", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const [here, other] = [await runningEngine(world.appUrl), await runningEngine(world.appUrl)];
	await codeOf(other, key);

	const made = await createLocation({ ...ownerOf(agency), database: here.database }, { name: "Harbour" });

	expect(made.propagation).toEqual({ propagated: true });
	expect(await codeOf(other, key, { locationId: made.id })).toBe("VALID");
});

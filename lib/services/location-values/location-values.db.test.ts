import { expect, test } from "vitest";
import { LOCATION_VALUES_MAX } from "#lib/core/crm/location-values.ts";
import { newId } from "#lib/core/ids.ts";
import { makeLocationValue } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, type TestLocation } from "#lib/testing/factories.ts";
import { CRM_VERB, fourCases, refusalOf, type Scene } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createLocationValue } from "./create.ts";
import { deleteLocationValue } from "./delete.ts";
import { editLocationValue } from "./edit.ts";

const world = await testWorld();

const stored = async ({ id }: { id: string }) =>
	(
		await world.owner.query(
			"select name, field_key, value from location_values where location_id = $1 order by id",
			[id],
		)
	).rows;

const makeValue = (location: TestLocation, name = "Opening hours") =>
	makeLocationValue(world, location, name);

const verb = {
	world,
	...CRM_VERB,
	observe: async ({ location }: Scene) => ({ values: await stored(location) }),
} as const;
const remove = (_scene: Scene, { valueId }: { valueId: string }) =>
	world.owner.query("delete from location_values where id = $1", [valueId]);

const newValue = (locationId: string, name = "Opening hours") => ({ locationId, name, value: "9 to 5" });

fourCases({
	...verb,
	arrange: async ({ location }) => newValue(location.id),
	act: createLocationValue,
	absent: (target) => ({ ...target, locationId: newId() }),
	done: { values: [{ name: "Opening hours", field_key: "custom_values.opening_hours", value: "9 to 5" }] },
});

fourCases({
	...verb,
	arrange: async ({ location }) => ({ valueId: await makeValue(location), value: "10 to 6" }),
	act: editLocationValue,
	absent: (target) => ({ ...target, valueId: newId() }),
	remove,
	done: { values: [{ name: "Opening hours", value: "10 to 6" }] },
});

fourCases({
	...verb,
	arrange: async ({ location }) => ({ valueId: await makeValue(location) }),
	act: deleteLocationValue,
	absent: () => ({ valueId: newId() }),
	remove,
	done: { values: [] },
});

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return { location, ctx: contextFor(world, agency, { role: "ADMIN" }) };
}

test("names that look alike get keys that differ, the same name twice is refused, and a key stays", async () => {
	const { location, ctx } = await scene();
	await createLocationValue(ctx, newValue(location.id, "Opening hours"));

	const other = await createLocationValue(ctx, newValue(location.id, "Opening: hours"));
	const refusals = [
		await refusalOf(createLocationValue(ctx, newValue(location.id, "OPENING  hours"))),
		await refusalOf(editLocationValue(ctx, { valueId: other.id, name: "opening hours" })),
	];
	const renamed = await editLocationValue(ctx, { valueId: other.id, name: "Closing" });

	expect(other.fieldKey).toBe("custom_values.opening_hours-2");
	expect(refusals).toMatchObject([1, 2].map(() => ({ code: "conflict", fields: [{ field: "name" }] })));
	expect(renamed).toMatchObject({ name: "Closing", value: "9 to 5", fieldKey: other.fieldKey });
});

test("of several of one name at once one is made, and there is never one too many", async () => {
	const { location, ctx } = await scene();
	for (let made = 0; made < LOCATION_VALUES_MAX - 2; made++) await makeValue(location, newId());

	const outcomes = [];
	for (const names of [
		["a", "A", "a"],
		["b", "c", "d"],
	]) {
		const attempts = names.map((name) => createLocationValue(ctx, newValue(location.id, name)));
		outcomes.push((await Promise.allSettled(attempts)).map(({ status }) => status).sort());
	}

	expect(outcomes).toEqual([1, 2].map(() => ["fulfilled", "rejected", "rejected"]));
	expect(await stored(location)).toHaveLength(LOCATION_VALUES_MAX);
});

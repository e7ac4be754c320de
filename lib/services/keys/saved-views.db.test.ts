import { expect, test } from "vitest";
import { VIEWS_MAX } from "#lib/core/saved-view.ts";
import { contextFor, makeAgency, makeLocation, makeMember, makePerson } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteView, listViews, saveView } from "./saved-views.ts";

const world = await testWorld();

const HERE = { locationId: null };
const view = (name: string, search = "status=Active") => ({ ...HERE, name, search, replaces: null });

async function twoPeople() {
	const agency = await makeAgency(world);
	const [one, other] = [
		await makeMember(world, agency, await makePerson(world), "ADMIN"),
		await makeMember(world, agency, await makePerson(world), "ADMIN"),
	];
	const as = ({ id }: { id: string }) => ({
		...contextFor(world, agency, { role: "ADMIN" }),
		actor: { kind: "person" as const, id, name: "Ada" },
	});
	return { agency, ours: as(one), theirs: as(other) };
}

test("a view is kept for the person who saved it, and for nobody else", async () => {
	const { ours, theirs } = await twoPeople();

	await saveView(ours, view("Idle"));

	expect(await listViews(ours, HERE)).toEqual([{ name: "Idle", search: "status=Active" }]);
	expect(await listViews(theirs, HERE)).toEqual([]);
	await deleteView(theirs, { ...HERE, name: "Idle" });
	expect(await listViews(ours, HERE)).toHaveLength(1);
});

test("saving under a name that is there writes over it, and a new name takes its place", async () => {
	const { ours } = await twoPeople();
	await saveView(ours, view("Idle"));

	await saveView(ours, view("IDLE", "role=ADMIN"));
	const overwritten = await listViews(ours, HERE);
	await saveView(ours, { ...view("Quiet", "role=ADMIN"), replaces: "idle" });

	expect(overwritten).toEqual([{ name: "IDLE", search: "role=ADMIN" }]);
	expect(await listViews(ours, HERE)).toEqual([{ name: "Quiet", search: "role=ADMIN" }]);
});

test("a view that is given another name writes over no other", async () => {
	const { ours } = await twoPeople();
	await saveView(ours, view("Idle"));
	await saveView(ours, view("Quiet", "role=ADMIN"));

	const refusal = await refusalOf(saveView(ours, { ...view("QUIET"), replaces: "Idle" }));
	await saveView(ours, { ...view("IDLE"), replaces: "Idle" });

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "name" }] });
	expect((await listViews(ours, HERE)).map(({ name }) => name)).toEqual(["IDLE", "Quiet"]);
});

test("ten that save the same name at once leave one view", async () => {
	const { ours } = await twoPeople();

	await Promise.all(Array.from({ length: 10 }, () => saveView(ours, view("Idle"))));

	expect(await listViews(ours, HERE)).toHaveLength(1);
});

test("a person keeps fifty at a place, and another place has its own", async () => {
	const { agency, ours } = await twoPeople();
	const location = await makeLocation(world, agency);
	for (let count = 0; count < VIEWS_MAX; count++) await saveView(ours, view(`View ${count}`));

	const refusal = await refusalOf(saveView(ours, view("One more")));
	await saveView(ours, { ...view("Elsewhere"), locationId: location.id });

	expect(refusal.code).toBe("conflict");
	expect(await listViews(ours, HERE)).toHaveLength(VIEWS_MAX);
	expect(await listViews(ours, { locationId: location.id })).toHaveLength(1);
});

test("whoever may not see the list has no views of it", async () => {
	const { agency } = await twoPeople();
	const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const manager = contextFor(world, agency, { role: "MANAGER", location: here });

	expect(() => saveView(manager, view("Idle"))).toThrow("There is nothing here");
	expect(() => listViews(manager, { locationId: there.id })).toThrow("There is nothing here");
});

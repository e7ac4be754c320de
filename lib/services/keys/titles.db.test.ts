import { describe, expect, test } from "vitest";
import type { Context } from "#lib/data/context.ts";
import {
	auditTrail,
	contextFor,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	type TestAgency,
	type TestLocation,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";
import { deleteKey } from "./delete.ts";
import { editKey } from "./edit.ts";

const world = await testWorld();

const takenTitle = { code: "conflict", fields: [{ field: "title" }] };
const owner = (agency: TestAgency) => contextFor(world, agency, { role: "OWNER" });

describe.each(["agency", "location"] as const)("titles of %s keys", (level) => {
	async function arrange() {
		const agency = await makeAgency(world);
		const location = level === "location" ? await makeLocation(world, agency) : null;
		return { agency, location, ctx: owner(agency) };
	}
	const create = (ctx: Context, location: TestLocation | null, title: string) =>
		createKey(ctx, keyFields(location, { title }));

	test.each([
		["Website", "Website"],
		["Website", "WEBSITE"],
		["Straße", "STRAßE"],
		["Website form", "Website   FORM"],
		["Ｗｅｂｓｉｔｅ", "Website"],
	])("%j is taken once %j exists", async (first, second) => {
		const { agency, location, ctx } = await arrange();
		await create(ctx, location, first);

		const refusal = await refusalOf(create(ctx, location, second));

		expect(refusal).toMatchObject(takenTitle);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("of ten keys made with one title at once, one is made", async () => {
		const { agency, location, ctx } = await arrange();

		const attempts = await Promise.allSettled(
			Array.from({ length: 10 }, (_, index) => create(ctx, location, index % 2 ? "Website" : "WEBSITE")),
		);

		const refused = attempts.filter((attempt) => attempt.status === "rejected");
		expect(refused).toHaveLength(9);
		for (const { reason } of refused) expect(reason).toMatchObject(takenTitle);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("a title is free again once its key is in the trash", async () => {
		const { location, ctx } = await arrange();
		const { key } = await create(ctx, location, "Website");
		await deleteKey(ctx, { keyId: key.id });

		await expect(create(ctx, location, "Website")).resolves.toMatchObject({ key: { title: "Website" } });
	});

	test("an edit cannot take another key's title, and keeps its own in other letters", async () => {
		const { location, ctx, agency } = await arrange();
		await makeKey(world, agency, { title: "Taken", ...(location && { location }) });
		const { key } = await create(ctx, location, "Mine");
		const { level: _level, locationId: _location, ...fields } = keyFields(location);
		const edit = (title: string) => editKey(ctx, { ...fields, title, keyId: key.id, version: 1 });

		expect(await refusalOf(edit("TAKEN"))).toMatchObject(takenTitle);
		await expect(edit("MINE")).resolves.toMatchObject({ id: key.id, title: "MINE" });
	});
});

test("the same title may stand at the agency, at each of its locations, and in other agencies", async () => {
	const agency = await makeAgency(world);
	const other = await makeAgency(world);
	const places = [null, await makeLocation(world, agency), await makeLocation(world, agency)];

	for (const place of places) await createKey(owner(agency), keyFields(place, { title: "Website" }));
	await createKey(owner(other), keyFields(null, { title: "Website" }));

	const { rows } = await world.owner.query(
		"select count(*)::int as keys from api_keys where title = 'Website' and agency_id = any ($1)",
		[[agency.id, other.id]],
	);
	expect(rows).toEqual([{ keys: 4 }]);
});

// NFKC makes eighteen characters of each of these; an index row has an upper limit.
test("the widest title that the rules allow can be stored", async () => {
	const title = "\ufdfa".repeat(80);
	const agency = await makeAgency(world);

	await expect(createKey(owner(agency), keyFields(null, { title }))).resolves.toMatchObject({
		key: { title },
	});
});

test("a deleted key's title does not stand in the way of ten others in the trash", async () => {
	const agency = await makeAgency(world);
	for (let index = 0; index < 3; index++) await makeKey(world, agency, { title: "Website", deletedAt: NOW });

	await expect(createKey(owner(agency), keyFields(null, { title: "Website" }))).resolves.toBeDefined();
});

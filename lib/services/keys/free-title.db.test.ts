import { expect, test } from "vitest";
import { transactAs } from "#lib/data/transaction.ts";
import { contextFor, keyFields, makeAgency, makeKey, makeLocation } from "#lib/testing/factories.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";
import { freeTitle, withFreeTitle } from "./free-title.ts";

const world = await testWorld();
const HERE = { locationId: null, exceptId: null };

async function titleFor(titles: readonly string[], wanted: string) {
	const agency = await makeAgency(world);
	for (const title of titles) await makeKey(world, agency, { title });
	return transactAs(world.database, { agencyId: agency.id }, (tx) => freeTitle(tx, agency.id, HERE, wanted));
}

const LONG = "x".repeat(80);

test.each([
	[[], "Website", "Website"],
	[["Other"], "Website", "Website"],
	[["Website"], "Website", "Website (2)"],
	[["WEBSITE"], "Website", "Website (2)"],
	[["Website", "Website (2)", "Website (9)"], "Website", "Website (10)"],
	[["Website", "Website (old)", "Website (2) (3)", "Website (x7)"], "Website", "Website (2)"],
	[["50% \\d"], "50% \\d", "50% \\d (2)"],
	[["Website (2)"], "Website", "Website"],
	[[LONG], LONG, `${"x".repeat(68)} (2)`],
	[["🔑"], "🔑", "🔑 (2)"],
] as [string[], string, string][])(
	"beside %j a key that should be %j is %j",
	async (titles, wanted, title) => {
		expect(await titleFor(titles, wanted)).toBe(title);
	},
);

test("titles of other places and of the key itself are free", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { title: "Website", location });
	await makeKey(world, agency, { title: "Mine", deletedAt: new Date() });
	const free = (wanted: string, place: { locationId: string | null; exceptId: string | null }) =>
		transactAs(world.database, { agencyId: agency.id }, (tx) => freeTitle(tx, agency.id, place, wanted));

	expect(await free("Website", HERE)).toBe("Website");
	expect(await free("Website", { locationId: location.id, exceptId: key.id })).toBe("Website");
	expect(await free("Mine", HERE)).toBe("Mine");
});

test("of ten keys made with one name at once, all are made", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const made = await Promise.all(
		Array.from({ length: 10 }, () =>
			withFreeTitle(ctx, HERE, "Website", (title) => createKey(ctx, keyFields(null, { title }))),
		),
	);

	expect(new Set(made.map(({ key }) => key.title)).size).toBe(10);
});

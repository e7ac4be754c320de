import { describe, expect, test } from "vitest";
import {
	contextFor,
	type KeyOptions,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { patchKey } from "./patch.ts";

const world = await testWorld();

describe("changing a part of a key", () => {
	keyCases(world, {
		action: "key.edit",
		act: (ctx, key) => patchKey(ctx, { keyId: key.id, changes: { description: "Changed" } }),
		done: { description: "Changed" },
	});
});

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, options);
	return { agency, key, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

test("what is left out stays as it is", async () => {
	const { key, ctx } = await arrange({
		description: "Stays",
		role: "READONLY",
		allowedAddresses: ["203.0.113.7"],
		rateLimit: { max: 5, seconds: 60 },
		credits: 9,
		expiresAt: new Date(0),
	});
	const before = await storedKey(world, key.id);

	await patchKey(ctx, { keyId: key.id, changes: { title: "Renamed" } });

	expect(await storedKey(world, key.id)).toEqual({
		...before,
		title: "Renamed",
		title_folded: "renamed",
		version: 2,
		updated_at: NOW,
	});
});

test("locations that are gone do not come along, and the last of them leaves a choice to make", async () => {
	const { agency } = await arrange();
	const [gone, stays] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const ofBoth = await makeKey(world, agency, { chosenLocations: [gone, stays] });
	const ofOne = await makeKey(world, agency, { chosenLocations: [gone] });
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await world.owner.query("update locations set deleted_at = $2 where id = $1", [gone.id, NOW]);

	await patchKey(ctx, { keyId: ofBoth.id, changes: { title: "Both" } });
	const refusal = await refusalOf(patchKey(ctx, { keyId: ofOne.id, changes: { title: "One" } }));

	expect((await storedKey(world, ofBoth.id)).location_ids).toEqual([stays.id]);
	expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "locationIds" }] });
});

test("ten changes that follow from what the key says are all there", async () => {
	const { key, ctx } = await arrange({ description: "" });

	await Promise.all(
		Array.from({ length: 10 }, () =>
			patchKey(ctx, {
				keyId: key.id,
				changes: ({ description }) => ({ description: `${description}+` }),
			}),
		),
	);

	expect(await storedKey(world, key.id)).toMatchObject({ description: "+".repeat(10), version: 11 });
});

test("a change of another version than the one that is there is refused", async () => {
	const { key, ctx } = await arrange();
	await patchKey(ctx, { keyId: key.id, version: 1, changes: { title: "First" } });

	const refusal = await refusalOf(patchKey(ctx, { keyId: key.id, version: 1, changes: { title: "Second" } }));

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toMatchObject({ title: "First" });
});

test("a revoked key is not changed any more", async () => {
	const { key, ctx } = await arrange({ revoked: true });

	const refusal = await refusalOf(patchKey(ctx, { keyId: key.id, changes: { title: "Back" } }));

	expect(refusal.code).toBe("conflict");
});

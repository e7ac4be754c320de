import { describe, expect, test } from "vitest";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	minutesFrom,
	NOW,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { makeOlderSecret, storedEnds } from "#lib/testing/key-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endKeyOverlap } from "./end-overlap.ts";
import { extendKeyOverlap } from "./extend-overlap.ts";
import { rotateKey } from "./rotate.ts";

const world = await testWorld();
const inAnHour = minutesFrom(NOW, 60);
const LAST = daysFrom(NOW, 30);

/** A key that was rotated at NOW. */
async function rotatedKey(endsAt = inAnHour) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	await makeOlderSecret(world, key, endsAt);
	return { agency, key, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

describe("ending an overlap", () => {
	keyCases(world, {
		action: "key.end_overlap",
		prepare: (key) => makeOlderSecret(world, key, inAnHour),
		act: (ctx, key) => endKeyOverlap(ctx, { keyId: key.id, version: 1 }),
		done: {},
	});

	test("leaves the current secret alone", async () => {
		const { key, ctx } = await rotatedKey();

		await endKeyOverlap(ctx, { keyId: key.id, version: 1 });

		expect(await storedEnds(world, key)).toEqual([null]);
	});
});

describe("extending an overlap", () => {
	keyCases(world, {
		action: "key.extend_overlap",
		prepare: (key) => makeOlderSecret(world, key, inAnHour),
		act: (ctx, key) => extendKeyOverlap(ctx, { keyId: key.id, version: 1, endsAt: LAST }),
		done: {},
	});

	test("moves the older secret's end", async () => {
		const { key, ctx } = await rotatedKey();

		await extendKeyOverlap(ctx, { keyId: key.id, version: 1, endsAt: LAST });

		expect(await storedEnds(world, key)).toEqual([LAST, null]);
	});

	test.each([
		["to what it is already", inAnHour],
		["to a moment before", minutesFrom(NOW, 30)],
		["past 30 days after the rotation", new Date(LAST.getTime() + 1)],
	])("is refused %s", async (_name, endsAt) => {
		const { agency, key, ctx } = await rotatedKey();

		const refusal = await refusalOf(extendKeyOverlap(ctx, { keyId: key.id, version: 1, endsAt }));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "endsAt" }] });
		expect(await storedEnds(world, key)).toEqual([inAnHour, null]);
		expect(await auditTrail(world, agency)).toEqual([]);
	});
});

describe.each([
	[
		"ended",
		(ctx: Parameters<typeof endKeyOverlap>[0], keyId: string) => endKeyOverlap(ctx, { keyId, version: 1 }),
	],
	[
		"extended",
		(ctx: Parameters<typeof endKeyOverlap>[0], keyId: string) =>
			extendKeyOverlap(ctx, { keyId, version: 1, endsAt: LAST }),
	],
])("an overlap cannot be %s", (_name, act) => {
	test("when it is over", async () => {
		const { agency, key, ctx } = await rotatedKey(NOW);

		expect((await refusalOf(act(ctx, key.id))).code).toBe("conflict");

		expect(await storedEnds(world, key)).toEqual([NOW, null]);
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("when there is none", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		expect((await refusalOf(act(ctx, key.id))).code).toBe("conflict");

		expect(await storedEnds(world, key)).toEqual([null]);
	});
});

test("of two who end an overlap at once, one does and the other is told", async () => {
	const { agency, key, ctx } = await rotatedKey();

	const outcomes = await Promise.allSettled(
		[1, 2].map(() => endKeyOverlap(ctx, { keyId: key.id, version: 1 })),
	);

	expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test.each([
	[
		"ended",
		(ctx: Parameters<typeof endKeyOverlap>[0], keyId: string) => endKeyOverlap(ctx, { keyId, version: 1 }),
	],
	[
		"extended",
		(ctx: Parameters<typeof endKeyOverlap>[0], keyId: string) =>
			extendKeyOverlap(ctx, { keyId, version: 1, endsAt: LAST }),
	],
])("an overlap is not %s by somebody who did not see the rotation that began it", async (_name, act) => {
	const { agency, key, ctx } = await rotatedKey();
	const overlapSeconds = 7_200;
	await rotateKey(ctx, { keyId: key.id, version: 1, overlapSeconds });

	expect((await refusalOf(act(ctx, key.id))).code).toBe("conflict");

	expect(await storedEnds(world, key)).toEqual([minutesFrom(NOW, 120), null]);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

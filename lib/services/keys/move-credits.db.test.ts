import { describe, expect, test } from "vitest";
import { CREDITS_MAX } from "#lib/core/keys/refill.ts";
import { leaseCredits, returnCredits } from "#lib/data/quotas.ts";
import { auditTrail, contextFor, makeAgency, makeKey, storedKey } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { moveCredits } from "./move-credits.ts";

const world = await testWorld();

keyCases(world, {
	action: "key.edit",
	key: { credits: 5 },
	act: (ctx, key) => moveCredits(ctx, { keyId: key.id, by: 3 }),
	done: { credits: 8 },
});

async function arrange(credits?: number) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, credits === undefined ? {} : { credits });
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const creditsNow = async () => (await storedKey(world, key.id)).credits;
	return { agency, key, ctx, creditsNow };
}

test.each([
	[{ by: 5 }, 15],
	[{ by: -4 }, 6],
	[{ by: -10 }, 0],
	[{ by: -11 }, 0],
	[{ by: 0 }, 10],
	[{ to: 3 }, 3],
	[{ to: null }, null],
])("from ten credits %j leads to %j", async (move, left) => {
	const { key, ctx, creditsNow } = await arrange(10);

	await moveCredits(ctx, { keyId: key.id, ...move });

	expect(await creditsNow()).toBe(left);
});

test("ten amounts added at once are all there, and each is told", async () => {
	const { agency, key, ctx, creditsNow } = await arrange(0);

	await Promise.all(Array.from({ length: 10 }, () => moveCredits(ctx, { keyId: key.id, by: 7 })));

	expect(await creditsNow()).toBe(70);
	expect(await auditTrail(world, agency)).toHaveLength(10);
});

test("what a process has taken and not used comes back on top", async () => {
	const { agency, key, ctx, creditsNow } = await arrange(100);
	const block = await leaseCredits(world.database, agency.id, key.id, { needed: 40, demand: 40, wanted: 0 });

	await moveCredits(ctx, { keyId: key.id, by: 5 });
	await returnCredits(world.database, agency.id, key.id, block?.grant_version ?? "", 40);

	expect(await creditsNow()).toBe(105);
});

test("a refill that is due comes before what is added", async () => {
	const { key, ctx, creditsNow } = await arrange(1);
	await world.owner.query(
		`update key_credits set refill_amount = 50, refill_every = 'DAY' where key_id = $1`,
		[key.id],
	);
	await world.owner.query("alter table key_credits disable trigger grant_credits");
	await world.owner.query("update key_credits set refills_at = now() - interval '1 hour' where key_id = $1", [
		key.id,
	]);
	await world.owner.query("alter table key_credits enable trigger grant_credits");

	await moveCredits(ctx, { keyId: key.id, by: 2 });

	expect(await creditsNow()).toBe(52);
});

describe("is refused, and nothing is changed or recorded", () => {
	test("without credits to move", async () => {
		const { agency, key, ctx, creditsNow } = await arrange();

		const refusal = await refusalOf(moveCredits(ctx, { keyId: key.id, by: 1 }));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "value" }] });
		expect(await creditsNow()).toBeNull();
		expect(await auditTrail(world, agency)).toEqual([]);
	});

	test("beyond the most that a key may have", async () => {
		const { agency, key, ctx, creditsNow } = await arrange(10);

		const refusal = await refusalOf(moveCredits(ctx, { keyId: key.id, by: CREDITS_MAX - 9 }));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "value" }] });
		expect(await creditsNow()).toBe(10);
		expect(await auditTrail(world, agency)).toEqual([]);
	});
});

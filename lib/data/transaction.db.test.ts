import { afterAll, describe, expect, test } from "vitest";
import { AppError } from "#lib/core/errors.ts";
import { openDatabase } from "#lib/data/client.ts";
import { contextFor, makeAgency, makeKey } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld, unreachableDatabase } from "#lib/testing/world.ts";
import { inSnapshot, transactAs } from "./transaction.ts";

const world = await testWorld();

/** With a single connection, so that what one transaction leaves behind meets the next. */
const single = openDatabase(world.appUrl, 1);
afterAll(() => single.close());

const visibleKeys = async () => {
	const [row] = await single.db.$queryRaw<{ keys: bigint }[]>`select count(*) as keys from api_keys`;
	return Number(row?.keys);
};

describe("a transaction's viewpoint", () => {
	test("shows its agency's rows and is gone from the connection afterwards", async () => {
		const agency = await makeAgency(world);
		await makeKey(world, agency);

		const inside = await transactAs(single, { agencyId: agency.id }, (tx) => tx.apiKey.count());

		expect(inside).toBe(1);
		expect(await visibleKeys()).toBe(0);
		expect(await transactAs(single, {}, (tx) => tx.apiKey.count())).toBe(0);
	});

	test("is gone after a failure too", async () => {
		const agency = await makeAgency(world);
		await makeKey(world, agency);

		await expect(
			transactAs(single, { agencyId: agency.id }, () => Promise.reject(new Error("broken"))),
		).rejects.toThrow("broken");

		expect(await visibleKeys()).toBe(0);
	});
});

test("a snapshot goes on seeing what it saw first, while others write", async () => {
	const agency = await makeAgency(world);
	await makeKey(world, agency);

	const seen = await inSnapshot(contextFor(world, agency, { role: "OWNER" }), async (tx) => {
		const before = await tx.apiKey.count();
		await makeKey(world, agency);
		return [before, await tx.apiKey.count()];
	});

	expect(seen).toEqual([1, 1]);
});

describe("a transaction that fails", () => {
	test("leaves nothing of what it wrote", async () => {
		const agency = await makeAgency(world);

		const failing = transactAs(single, { agencyId: agency.id }, async (tx) => {
			await tx.location.create({
				data: { agencyId: agency.id, id: agency.id, slug: "x", name: "x", createdAt: new Date() },
			});
			throw new AppError("conflict", "No.");
		});

		expect((await refusalOf(failing)).code).toBe("conflict");
		expect(await transactAs(single, { agencyId: agency.id }, (tx) => tx.location.count())).toBe(0);
	});

	test("because nobody answers at the database's address says so, and nothing of the address", async () => {
		const refusal = await refusalOf(transactAs(unreachableDatabase(), {}, (tx) => tx.user.count()));

		expect(refusal.code).toBe("unavailable");
		expect(JSON.stringify(refusal)).not.toMatch(/127\.0\.0\.1|nobody|nothing@|ECONN/);
	});
});

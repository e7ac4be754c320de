import { describe, expect, test } from "vitest";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { deleteKey } from "./delete.ts";
import { describeKeyUse } from "./describe-use.ts";

const world = await testWorld();

describe("moving a key to the trash", () => {
	keyCases(world, {
		action: "key.delete",
		act: (ctx, key) => deleteKey(ctx, { keyId: key.id }),
		done: { deleted_at: NOW },
	});
});

describe("a key used in the last seven days", () => {
	const recently = { title: "Website  FORM", lastUsedAt: minutesFrom(daysFrom(NOW, -7), 1) };

	test.each([undefined, "", "Website", "Website Form 2"])(
		"is not deleted by typing %j",
		async (typedTitle) => {
			const agency = await makeAgency(world);
			const key = await makeKey(world, agency, recently);
			const ctx = contextFor(world, agency, { role: "OWNER" });

			const refusal = await refusalOf(deleteKey(ctx, { keyId: key.id, typedTitle }));

			expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "typedTitle" }] });
			expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: null, version: 1 });
			expect(await auditTrail(world, agency)).toEqual([]);
		},
	);

	test.each(["Website  FORM", " website form "])(
		"is deleted by typing its title as %j",
		async (typedTitle) => {
			const agency = await makeAgency(world);
			const key = await makeKey(world, agency, recently);

			await deleteKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id, typedTitle });

			expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: NOW });
		},
	);
});

test("a key last used seven days ago is deleted without typing", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { lastUsedAt: daysFrom(NOW, -7) });

	await deleteKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id });

	expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: NOW });
});

describe("what would break", () => {
	test("counts the last day's requests and addresses of this key alone", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency, { lastUsedAt: minutesFrom(NOW, -4) });
		const other = await makeKey(world, agency);
		const use = (keyId: string, hours: number, uses: number, address: string) =>
			world.owner.query(
				`with u as (insert into key_usage_hours values ($1, $2, $3, 'VALID', $4))
					insert into key_addresses values ($1, $2, $5, $3, $3)`,
				[agency.id, keyId, minutesFrom(NOW, -60 * hours), uses, address],
			);
		await use(key.id, 1, 1_200, "203.0.113.1");
		await use(key.id, 23, 4, "203.0.113.2");
		await use(key.id, 25, 900, "203.0.113.3");
		await use(other.id, 1, 70, "203.0.113.4");
		await world.owner.query("update key_last_uses set address = '203.0.113.1' where key_id = $1", [key.id]);

		const use24 = await describeKeyUse(contextFor(world, agency, { role: "MEMBER" }), { keyId: key.id });

		expect(use24).toEqual({
			title: key.title,
			lastUse: { at: minutesFrom(NOW, -4).toISOString(), address: "203.0.113.1" },
			requestsLastDay: 1_204,
			addressesLastDay: 2,
			mustTypeTitle: true,
			isRestorable: true,
		});
	});

	test("tells that a compromised key would not come back", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency, { revoked: true, compromised: true });

		const use = await describeKeyUse(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id });

		expect(use.isRestorable).toBe(false);
	});

	test("is told for a key that nobody used", async () => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency);

		const use = await describeKeyUse(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id });

		expect(use).toMatchObject({ lastUse: null, requestsLastDay: 0, mustTypeTitle: false });
	});

	test("is not told to another location, another agency, or about a deleted key", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const sibling = await makeLocation(world, agency);
		const key = await makeKey(world, agency, { location });
		const gone = await makeKey(world, agency, { location, deletedAt: NOW });
		const ask = (ctx: Parameters<typeof describeKeyUse>[0], keyId: string) =>
			refusalOf(describeKeyUse(ctx, { keyId }));

		const answers = [
			await ask(contextFor(world, agency, { role: "MANAGER", location: sibling }), key.id),
			await ask(contextFor(world, await makeAgency(world), { role: "OWNER" }), key.id),
			await ask(contextFor(world, agency, { role: "OWNER" }), gone.id),
		];

		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]?.code).toBe("not_found");
	});
});

import { describe, expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { readSecrets } from "#lib/data/verify-lookup.ts";
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
import { restoreKey } from "./restore.ts";

const world = await testWorld();

describe("bringing a key back from the trash", () => {
	keyCases(world, {
		action: "key.restore",
		key: { deletedAt: daysFrom(NOW, -1) },
		act: (ctx, key) => restoreKey(ctx, { keyId: key.id }),
		done: { deleted_at: null },
		inTrash: true,
	});
});

test("the secret that worked before works again", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { deletedAt: daysFrom(NOW, -1) });

	await restoreKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id });

	const [found] = await readSecrets(world.database, [digestKey(key.secret, keyRing("key-pepper")[0])]);
	expect(found).toMatchObject({ key_id: key.id, deleted: false, enabled: true });
});

test("a compromised key stays in the trash", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, {
		deletedAt: daysFrom(NOW, -1),
		compromised: true,
		revoked: true,
	});

	const refusal = await refusalOf(
		restoreKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id }),
	);

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: daysFrom(NOW, -1), version: 1 });
});

test("a key whose title was taken meanwhile stays in the trash, and the title is named", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { title: "Website", deletedAt: daysFrom(NOW, -1) });
	await makeKey(world, agency, { title: "WEBSITE" });

	const refusal = await refusalOf(
		restoreKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id }),
	);

	expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "title" }] });
	expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: daysFrom(NOW, -1), version: 1 });
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("after thirty days in the trash a key is gone", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const inTime = await makeKey(world, agency, { deletedAt: daysFrom(NOW, -30) });
	const tooLate = await makeKey(world, agency, { deletedAt: minutesFrom(daysFrom(NOW, -30), -1) });

	await restoreKey(ctx, { keyId: inTime.id });
	const refusal = await refusalOf(restoreKey(ctx, { keyId: tooLate.id }));

	expect(refusal.code).toBe("not_found");
	expect(await storedKey(world, inTime.id)).toMatchObject({ deleted_at: null });
});

test("a revoked key comes back revoked", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { deletedAt: daysFrom(NOW, -1), revoked: true });

	await restoreKey(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id });

	expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: null, revoked_at: NOW });
});

test("restoring a key that is not in the trash changes nothing and records nothing", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { location });

	await restoreKey(contextFor(world, agency, { role: "MANAGER", location }), { keyId: key.id });

	expect(await storedKey(world, key.id)).toMatchObject({ version: 1 });
	expect(await auditTrail(world, agency)).toEqual([]);
});

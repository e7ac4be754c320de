import { describe, expect, test } from "vitest";
import { contextFor, makeAgency, makeKey, NOW, storedKey } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { keepKeyAlive } from "./keep-alive.ts";

const world = await testWorld();

describe("keeping a key alive", () => {
	keyCases(world, {
		action: "key.keep_alive",
		key: { createdAt: new Date("2025-12-01T00:00:00Z") },
		act: (ctx, key) => keepKeyAlive(ctx, { keyId: key.id }),
		done: { idle_from: NOW, deleted_at: null },
	});
});

test("a revoked key stays as it is", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { revoked: true });
	const before = await storedKey(world, key.id);

	const refusal = await refusalOf(
		keepKeyAlive(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id }),
	);

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toEqual(before);
});

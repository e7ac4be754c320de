import { describe, expect, test } from "vitest";
import { auditTrail, contextFor, makeAgency, makeKey, storedKey } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { setKeyEnabled } from "./set-enabled.ts";

const world = await testWorld();

describe("switching off", () => {
	keyCases(world, {
		action: "key.disable",
		act: (ctx, key) => setKeyEnabled(ctx, { keyId: key.id, enabled: false }),
		done: { enabled: false },
	});
});

describe("switching on", () => {
	keyCases(world, {
		action: "key.enable",
		key: { disabled: true },
		act: (ctx, key) => setKeyEnabled(ctx, { keyId: key.id, enabled: true }),
		done: { enabled: true },
	});
});

test("saying twice what is already so changes nothing and records nothing", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const before = await storedKey(world, key.id);

	await setKeyEnabled(ctx, { keyId: key.id, enabled: true });

	expect(await storedKey(world, key.id)).toEqual(before);
	expect(await auditTrail(world, agency)).toEqual([]);
});

test.each([true, false])("a revoked key can be switched neither on nor off (%s)", async (enabled) => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { revoked: true, disabled: enabled });
	const before = await storedKey(world, key.id);

	const refusal = await refusalOf(
		setKeyEnabled(contextFor(world, agency, { role: "OWNER" }), { keyId: key.id, enabled }),
	);

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toEqual(before);
	expect(await auditTrail(world, agency)).toEqual([]);
});

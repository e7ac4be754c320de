import { expect, test } from "vitest";
import { contextFor, makeAgency, makeKey, NOW, storedKey } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { revokeKey } from "./revoke.ts";

const world = await testWorld();

keyCases(world, {
	action: "key.revoke",
	act: (ctx, key) => revokeKey(ctx, { keyId: key.id, reason: "Leaked" }),
	done: { revoked_at: NOW, revoked_reason: "Leaked" },
});

test("a key is revoked once: the reason that was given first stays", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await revokeKey(ctx, { keyId: key.id, reason: "First" });

	const again = await refusalOf(revokeKey(ctx, { keyId: key.id, reason: "Second" }));

	expect(again.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toMatchObject({ revoked_reason: "First", version: 2 });
});

test("of ten people who revoke a key at once, one does it", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const attempts = await Promise.allSettled(
		Array.from({ length: 10 }, (_, index) => revokeKey(ctx, { keyId: key.id, reason: `Reason ${index}` })),
	);

	expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
	expect(await storedKey(world, key.id)).toMatchObject({ version: 2 });
});

test("a key that is switched off or expired can still be revoked", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, { disabled: true, expiresAt: new Date(0) });
	const ctx = contextFor(world, agency, { role: "OWNER" });

	await revokeKey(ctx, { keyId: key.id, reason: "Leaked" });

	expect(await storedKey(world, key.id)).toMatchObject({ revoked_at: NOW, enabled: false });
});

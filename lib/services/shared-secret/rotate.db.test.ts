import { expect, test } from "vitest";
import { auditTrail, contextFor, makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeSharedSecret, storedSecrets } from "#lib/testing/shared-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { describeSharedSecret } from "./describe.ts";
import { endSharedSecretOverlap } from "./end-overlap.ts";
import { revealSharedSecret } from "./reveal.ts";
import { rotateSharedSecret } from "./rotate.ts";

const world = await testWorld();
const HOUR = 3_600;

async function ownerOfSecret(now = NOW) {
	const agency = await makeAgency(world);
	const secret = await makeSharedSecret(world, agency);
	return { agency, secret, ctx: contextFor(world, agency, { role: "OWNER", now }) };
}

fourCases({
	world,
	places: ["agency"],
	permission: () => "shared_secret.use",
	knows: () => null,
	action: "shared_secret.rotate",
	async arrange({ agency }) {
		await makeSharedSecret(world, agency);
		return { version: 1, overlapSeconds: HOUR };
	},
	act: rotateSharedSecret,
	observe: ({ agency }) => storedSecrets(world, agency),
	done: [
		{ version: 1, ends_at: minutesFrom(NOW, 60) },
		{ version: 2, ends_at: null },
	],
});

fourCases({
	world,
	places: ["agency"],
	permission: () => "shared_secret.use",
	knows: () => null,
	action: "shared_secret.end",
	async arrange({ agency }) {
		await makeSharedSecret(world, agency, { endsAt: minutesFrom(NOW, 60) });
		await makeSharedSecret(world, agency, { version: 2 });
		return { version: 1 };
	},
	act: endSharedSecretOverlap,
	observe: ({ agency }) => storedSecrets(world, agency),
	done: [
		{ version: 1, ends_at: NOW },
		{ version: 2, ends_at: null },
	],
});

test("without an overlap the version before ends in that moment", async () => {
	const { ctx, secret } = await ownerOfSecret();

	await rotateSharedSecret(ctx, { version: 1, overlapSeconds: 0 });

	expect((await describeSharedSecret(ctx)).versions).toMatchObject([
		{ version: 2, status: "current", endsAt: null },
		{ version: 1, status: "ended", endsAt: NOW.toISOString() },
	]);
	expect((await refusalOf(revealSharedSecret(ctx, secret))).code).toBe("not_found");
});

test("what ends now ends by the database's clock, however far ahead the process's own is", async () => {
	const ahead = new Date(Date.now() + 120_000);
	const [rotated, ended] = [await ownerOfSecret(ahead), await ownerOfSecret(ahead)];
	await rotateSharedSecret(ended.ctx, { version: 1, overlapSeconds: HOUR });

	await rotateSharedSecret(rotated.ctx, { version: 1, overlapSeconds: 0 });
	await endSharedSecretOverlap(ended.ctx, { version: 1 });
	await rotateSharedSecret(ended.ctx, { version: 2, overlapSeconds: HOUR });
	await rotateSharedSecret(ended.ctx, { version: 3, overlapSeconds: HOUR });

	const isOver = ({ ends_at }: { ends_at: Date | null }) => ends_at !== null && ends_at <= new Date();
	expect((await storedSecrets(world, rotated.agency)).map(isOver)).toEqual([true, false]);
	expect((await storedSecrets(world, ended.agency)).map(isOver)).toEqual([true, true, false, false]);
});

test("at most two versions count: rotating during an overlap ends the oldest", async () => {
	const { ctx } = await ownerOfSecret();
	await rotateSharedSecret(ctx, { version: 1, overlapSeconds: 24 * HOUR });

	await rotateSharedSecret(ctx, { version: 2, overlapSeconds: HOUR });

	const { versions } = await describeSharedSecret(ctx);
	expect(versions.map(({ status }) => status)).toEqual(["current", "overlap", "ended"]);
});

test("of ten rotations of one version at once a single one is made, and the others are told", async () => {
	const { agency, ctx } = await ownerOfSecret();

	const outcomes = await Promise.allSettled(
		Array.from({ length: 10 }, () => rotateSharedSecret(ctx, { version: 1, overlapSeconds: HOUR })),
	);

	const refused = outcomes.filter((outcome) => outcome.status === "rejected");
	expect(refused).toHaveLength(9);
	for (const { reason } of refused) expect(reason).toMatchObject({ code: "conflict" });
	expect(await storedSecrets(world, agency)).toHaveLength(2);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test.each([1, 2, 9])("version %i without an overlap that runs cannot be ended", async (version) => {
	const agency = await makeAgency(world);
	await makeSharedSecret(world, agency, { endsAt: minutesFrom(NOW, -1) });
	await makeSharedSecret(world, agency, { version: 2 });
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const refusal = await refusalOf(endSharedSecretOverlap(ctx, { version }));

	expect(refusal.code).toBe("conflict");
	expect(await auditTrail(world, agency)).toEqual([]);
});

test("a secret that was never made cannot be rotated", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const refusal = await refusalOf(rotateSharedSecret(ctx, { version: 1, overlapSeconds: 0 }));

	expect(refusal.code).toBe("conflict");
});

test("it is asked who it is first, and nothing changes until that is proved", async () => {
	const { agency, ctx } = await ownerOfSecret();
	const before = await storedSecrets(world, agency);

	const refusal = await refusalOf(
		rotateSharedSecret({ ...ctx, steppedUp: false }, { version: 1, overlapSeconds: 0 }),
	);

	expect(refusal.code).toBe("step_up_required");
	expect(await storedSecrets(world, agency)).toEqual(before);
});

import { expect, test } from "vitest";
import { inTransaction } from "#lib/data/transaction.ts";
import { auditTrail, contextFor, makeAgency } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { storedSecrets } from "#lib/testing/shared-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createSharedSecret } from "./create.ts";
import { readCurrentSecret } from "./read-current.ts";

const world = await testWorld();

fourCases({
	world,
	places: ["agency"],
	permission: () => "shared_secret.use",
	knows: () => null,
	action: "shared_secret.create",
	arrange: async () => ({}),
	act: (ctx) => createSharedSecret(ctx),
	observe: ({ agency }) => storedSecrets(world, agency),
	done: [{ version: 1, ends_at: null }],
});

test("twenty first uses at once make one version and one audit event, and all of them get its text", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const uses = Array.from({ length: 20 }, (_, index) =>
		index % 2 === 0
			? createSharedSecret(ctx).then(() => null)
			: inTransaction(ctx, (tx) => readCurrentSecret(tx, ctx)),
	);

	const read = (await Promise.all(uses)).filter((one) => one !== null);

	expect(new Set(read.map(({ text }) => text)).size).toBe(1);
	expect(read[0]?.text).toMatch(/^whsec_[0-9A-Za-z+/]{43}=$/);
	expect(await storedSecrets(world, agency)).toHaveLength(1);
	expect(await auditTrail(world, agency)).toMatchObject([{ action: "shared_secret.create" }]);
});

test("it is asked who it is first, and nothing is made until that is proved", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER", steppedUp: false });

	const refusal = await refusalOf(createSharedSecret(ctx));

	expect(refusal.code).toBe("step_up_required");
	expect(await storedSecrets(world, agency)).toEqual([]);
});

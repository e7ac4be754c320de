import { expect, test } from "vitest";
import { auditTrail, contextFor, makeAgency } from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { describeSharedSecret } from "./describe.ts";
import { requireSignedRequests } from "./require-signed-requests.ts";

const world = await testWorld();

const rulesOf = async (agency: { id: string }) =>
	(
		await world.owner.query(
			"select require_signed_requests, inactivity_days, agency_keys_max from agency_policies where agency_id = $1",
			[agency.id],
		)
	).rows;

fourCases({
	world,
	places: ["agency"],
	permission: () => "policy.write",
	knows: () => null,
	action: "policy.edit",
	arrange: async ({ agency }) => {
		await makeSharedSecret(world, agency);
		return { required: true };
	},
	act: requireSignedRequests,
	observe: ({ agency }) => rulesOf(agency),
	done: [{ require_signed_requests: true }],
});

test("the agency's other rules stay as they are, and saying twice what is so records nothing more", async () => {
	const agency = await makeAgency(world);
	await makeSharedSecret(world, agency);
	await world.owner.query(
		"insert into agency_policies (agency_id, inactivity_days, agency_keys_max, updated_at) values ($1, 45, 7, now())",
		[agency.id],
	);
	const ctx = contextFor(world, agency, { role: "ADMIN" });

	await Promise.all([1, 2, 3].map(() => requireSignedRequests(ctx, { required: true })));

	expect(await rulesOf(agency)).toEqual([
		{ require_signed_requests: true, inactivity_days: 45, agency_keys_max: 7 },
	]);
	expect(await auditTrail(world, agency)).toMatchObject([
		{ before: { requireSignedRequests: false }, after: { requireSignedRequests: true } },
	]);
	expect(await describeSharedSecret(ctx)).toMatchObject({ signedRequestsRequired: true });
});

// Nobody could sign: every call of every key would be refused.
test("it cannot be switched on before there is a secret", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const refusal = await refusalOf(requireSignedRequests(ctx, { required: true }));

	expect(refusal.code).toBe("conflict");
	expect(await rulesOf(agency)).toEqual([]);
});

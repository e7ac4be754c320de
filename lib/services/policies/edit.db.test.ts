import { expect, test } from "vitest";
import { DEFAULT_POLICY } from "#lib/core/policies.ts";
import type { PolicyEdit } from "#lib/core/policy-fields.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makePolicy,
	NOW,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { editPolicy } from "./edit.ts";
import { previewPolicy, readPolicyWithEffects } from "./read.ts";

const world = await testWorld();

const edit = (changes: Partial<PolicyEdit> = {}): PolicyEdit => ({
	...DEFAULT_POLICY,
	version: 0,
	...changes,
});

const storedPolicy = async (agency: { id: string }) =>
	(await world.owner.query("select * from agency_policies where agency_id = $1", [agency.id])).rows[0] ??
	null;

fourCases<PolicyEdit>({
	world,
	places: ["agency"],
	permission: () => "policy.write",
	knows: () => "policy.read",
	action: "policy.edit",
	arrange: async () => edit({ keyDaysMax: 90, leaverKeys: "DISABLE" }),
	act: editPolicy,
	observe: ({ agency }) => storedPolicy(agency),
	done: { key_days_max: 90, leaver_keys: "DISABLE", location_scopes_limited: false, version: 1 },
});

test("an edit says all that a policy has, and the audit event what it was and what it is", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const policy = {
		keyDaysMax: 30,
		locationScopes: ["contacts.readonly" as const],
		addressesRequired: true,
		agencyKeysMax: 0,
		locationKeysMax: 5,
		inactivityDays: 120,
		leaverKeys: "DISABLE" as const,
	};

	const saved = await editPolicy(ctx, { ...policy, version: 0 });

	expect(saved).toEqual({ policy, version: 1 });
	expect(await readPolicyWithEffects(ctx)).toMatchObject({ policy, version: 1 });
	expect(await auditTrail(world, agency)).toMatchObject([
		{ subjectKind: "policy", subjectId: agency.id, before: DEFAULT_POLICY, after: policy },
	]);
});

test("an edit that changes nothing leaves no event and the version as it was", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "ADMIN" });
	await editPolicy(ctx, edit({ keyDaysMax: 90 }));

	const again = await editPolicy(ctx, edit({ keyDaysMax: 90, version: 1 }));
	const untouched = await makeAgency(world);
	await editPolicy(contextFor(world, untouched, { role: "ADMIN" }), edit());

	expect(again.version).toBe(1);
	expect(await auditTrail(world, agency)).toHaveLength(1);
	expect(await auditTrail(world, untouched)).toEqual([]);
});

test("of ten first edits at the same moment, one wins and the others are told", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const attempts = await Promise.allSettled(
		Array.from({ length: 10 }, (_, index) => editPolicy(ctx, edit({ keyDaysMax: index + 1 }))),
	);

	const lost = attempts.filter((attempt) => attempt.status === "rejected");
	expect(lost).toHaveLength(9);
	for (const { reason } of lost) expect(reason).toMatchObject({ code: "conflict" });
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("an edit leaves alone what the row says of signed requests", async () => {
	const agency = await makeAgency(world);
	await world.owner.query(
		`insert into agency_policies (agency_id, location_scopes, require_signed_requests, updated_at)
			values ($1, '{}', true, $2)`,
		[agency.id, NOW],
	);

	await editPolicy(contextFor(world, agency, { role: "OWNER" }), edit({ keyDaysMax: 90, version: 1 }));

	expect(await storedPolicy(agency)).toMatchObject({
		require_signed_requests: true,
		key_days_max: 90,
		version: 2,
	});
});

test("an edit reaches no other agency", async () => {
	const [ours, theirs] = [await makeAgency(world), await makeAgency(world)];
	await makePolicy(world, theirs, { keyDaysMax: 7 });
	const before = await storedPolicy(theirs);

	await editPolicy(contextFor(world, ours, { role: "OWNER" }), edit({ keyDaysMax: 90 }));

	expect(await storedPolicy(theirs)).toEqual(before);
});

test("a policy is read by everybody in the agency, and to people of a location it is not there", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);

	for (const role of ["OWNER", "ADMIN", "MEMBER"] as const) {
		const read = await readPolicyWithEffects(contextFor(world, agency, { role }));
		expect(read).toMatchObject({ policy: DEFAULT_POLICY, version: 0 });
	}
	for (const role of ["MANAGER", "VIEWER"] as const) {
		const ctx = contextFor(world, agency, { role, location });
		expect((await refusalOf(readPolicyWithEffects(ctx))).code).toBe("not_found");
		expect((await refusalOf(previewPolicy(ctx, DEFAULT_POLICY))).code).toBe("not_found");
	}
});

test("a preview counts the keys of today that a policy would concern", async () => {
	const agency = await makeAgency(world);
	const [busy, quiet] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	await makeKey(world, agency, { expiresAt: daysFrom(NOW, 10), allowedAddresses: ["203.0.113.7"] });
	await makeKey(world, agency, { expiresAt: daysFrom(NOW, 100), lastUsedAt: daysFrom(NOW, -50) });
	await makeKey(world, agency, { revoked: true });
	await makeKey(world, agency, { deletedAt: daysFrom(NOW, -1) });
	await makeKey(world, agency, { location: busy, scopes: ["contacts.readonly", "contacts.write"] });
	await makeKey(world, agency, { location: busy, createdAt: daysFrom(NOW, -100) });
	await makeKey(world, agency, {
		location: quiet,
		createdAt: daysFrom(NOW, -100),
		lastUsedAt: daysFrom(NOW, -1),
	});
	await makeKey(world, await makeAgency(world));
	const ctx = contextFor(world, agency, { role: "MEMBER" });

	const effects = await previewPolicy(ctx, {
		...DEFAULT_POLICY,
		keyDaysMax: 30,
		locationScopes: ["contacts.readonly"],
		inactivityDays: 60,
	});

	expect(effects).toEqual({
		longerLived: 4,
		beyondScopes: 1,
		withoutAddresses: 4,
		agencyKeys: 3,
		fullestLocationKeys: 2,
		unused: 1,
	});
	expect(await previewPolicy(ctx, DEFAULT_POLICY)).toMatchObject({
		longerLived: 0,
		beyondScopes: 0,
		unused: 1,
	});
});

import { describe, expect, test } from "vitest";
import type { KeyEdit, KeyFields } from "#lib/core/keys/fields.ts";
import type { Policy } from "#lib/core/policies.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	makePolicy,
	NOW,
	storedKey,
	type TestAgency,
	type TestKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";
import { deleteKey } from "./delete.ts";
import { editKey } from "./edit.ts";
import { readBindingPolicy } from "./read-binding.ts";
import { restoreKey } from "./restore.ts";

const world = await testWorld();

async function arrange(policy: Partial<Policy>) {
	const agency = await makeAgency(world);
	await makePolicy(world, agency, policy);
	const location = await makeLocation(world, agency);
	return { agency, location, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

/** What the edit form sends back for a key that was made with `options`, with `changes`. */
function editOf(key: TestKey, options: KeyOptions, changes: Partial<KeyEdit> = {}): KeyEdit {
	const { level: _level, locationId: _location, ...fields } = keyFields(null);
	const { scopes = fields.scopes, expiresAt = null, allowedAddresses = [] } = options;
	return {
		...fields,
		title: key.title,
		keyId: key.id,
		version: 1,
		scopes,
		expiresAt,
		allowedAddresses,
		...changes,
	};
}

const keysIn = async (agency: TestAgency) => {
	const { rows } = await world.owner.query(
		"select count(*)::int as keys from api_keys where agency_id = $1 and deleted_at is null",
		[agency.id],
	);
	return rows[0].keys as number;
};

describe("a new key", () => {
	const broken: [string, Partial<Policy>, Partial<KeyFields>, Partial<KeyFields>][] = [
		["expiresAt", { keyDaysMax: 90 }, { expiresAt: null }, { expiresAt: daysFrom(NOW, 90) }],
		["scopes", { locationScopes: ["forms.readonly"] }, {}, { scopes: ["forms.readonly"] }],
		["allowedAddresses", { addressesRequired: true }, {}, { allowedAddresses: ["203.0.113.7"] }],
	];

	test.each(
		(["OWNER", "ADMIN", "MANAGER"] as const).flatMap((role) => broken.map((one) => [role, ...one] as const)),
	)("of the %s that breaks the policy is refused at %s", async (role, field, policy, bad, good) => {
		const { agency, location } = await arrange(policy);
		const ctx = contextFor(world, agency, { role, location });

		const refusal = await refusalOf(createKey(ctx, keyFields(location, bad)));
		await createKey(ctx, keyFields(location, good));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field }] });
		expect(await keysIn(agency)).toBe(1);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("of a neighbour is bound by the neighbour's policy alone", async () => {
		await arrange({ keyDaysMax: 1, addressesRequired: true, agencyKeysMax: 0 });
		const { agency, ctx } = await arrange({});

		await createKey(ctx, keyFields(null));

		expect(await keysIn(agency)).toBe(1);
	});
});

describe("an edit", () => {
	const strict: Partial<Policy> = {
		keyDaysMax: 90,
		locationScopes: ["contacts.readonly"],
		addressesRequired: true,
	};
	const grown: KeyOptions = { scopes: ["forms.write"], expiresAt: daysFrom(NOW, 365) };

	test.each(["OWNER", "ADMIN", "MANAGER"] as const)(
		"by the %s keeps what a later policy does not allow",
		async (role) => {
			const { agency, location } = await arrange(strict);
			const key = await makeKey(world, agency, { location, ...grown });

			await editKey(contextFor(world, agency, { role, location }), editOf(key, grown, { title: "Renamed" }));

			expect(await storedKey(world, key.id)).toMatchObject({
				title: "Renamed",
				scopes: ["forms.write"],
				expires_at: daysFrom(NOW, 365),
				allowed_addresses: [],
			});
		},
	);

	test.each<[string, KeyOptions, Partial<KeyEdit>]>([
		["expiresAt", grown, { expiresAt: daysFrom(NOW, 364) }],
		["expiresAt", grown, { expiresAt: null }],
		["scopes", grown, { scopes: ["forms.write", "links.readonly"] }],
		["allowedAddresses", { ...grown, allowedAddresses: ["203.0.113.7"] }, { allowedAddresses: [] }],
	])("that newly breaks the policy is refused at %s", async (field, options, changes) => {
		const { agency, location, ctx } = await arrange(strict);
		const key = await makeKey(world, agency, { location, ...options });

		const refusal = await refusalOf(editKey(ctx, editOf(key, options, changes)));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field }] });
		expect(await storedKey(world, key.id)).toMatchObject({ version: 1 });
		expect(await auditTrail(world, agency)).toEqual([]);
	});
});

describe("the largest number of keys", () => {
	test("of an agency counts its own keys outside of the trash, and names itself when it is reached", async () => {
		const { agency, location, ctx } = await arrange({ agencyKeysMax: 2 });
		await makeKey(world, agency, { revoked: true });
		await makeKey(world, agency, { deletedAt: daysFrom(NOW, -1) });
		await makeKey(world, agency, { location });

		await createKey(ctx, keyFields(null));
		const refusal = await refusalOf(createKey(ctx, keyFields(null)));
		await createKey(ctx, keyFields(location));

		expect(refusal).toMatchObject({ code: "conflict", fields: [] });
		expect(refusal.detail).toMatch(/There are 2 agency keys, .* allows 2\..*owner or admin/);
		expect(await keysIn(agency)).toBe(4);
	});

	test("of a location is each location's own", async () => {
		const { agency, location, ctx } = await arrange({ locationKeysMax: 1 });
		const other = await makeLocation(world, agency);
		await createKey(ctx, keyFields(location));

		const manager = contextFor(world, agency, { role: "MANAGER", location });
		const refusal = await refusalOf(createKey(manager, keyFields(location)));
		await createKey(ctx, keyFields(other));
		await createKey(ctx, keyFields(null));

		expect(refusal).toMatchObject({ code: "conflict" });
		expect(refusal.detail).toMatch(/This location has 1 key, .* allows 1\./);
	});

	test("is not passed by bringing a key back", async () => {
		const { agency, location, ctx } = await arrange({ locationKeysMax: 1 });
		const key = await makeKey(world, agency, { location, deletedAt: daysFrom(NOW, -1) });
		const inTheWay = await makeKey(world, agency, { location });

		const refusal = await refusalOf(restoreKey(ctx, { keyId: key.id }));
		await deleteKey(ctx, { keyId: inTheWay.id });
		await restoreKey(ctx, { keyId: key.id });

		expect(refusal).toMatchObject({ code: "conflict" });
		expect(await storedKey(world, key.id)).toMatchObject({ deleted_at: null });
	});

	test("holds when twenty keys are made at once with room for three", async () => {
		const { agency, ctx } = await arrange({ agencyKeysMax: 5 });
		await makeKey(world, agency);
		await makeKey(world, agency);

		const attempts = await Promise.allSettled(
			Array.from({ length: 20 }, () => createKey(ctx, keyFields(null))),
		);

		expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
		for (const attempt of attempts) {
			if (attempt.status === "rejected") expect(attempt.reason).toMatchObject({ code: "conflict" });
		}
		expect(await keysIn(agency)).toBe(5);
		expect(await auditTrail(world, agency)).toHaveLength(3);
	});

	test("holds when keys are made and brought back at once with room for one", async () => {
		const { agency, location, ctx } = await arrange({ locationKeysMax: 1 });
		const deleted = { location, deletedAt: daysFrom(NOW, -1) };
		const keys = [await makeKey(world, agency, deleted), await makeKey(world, agency, deleted)];

		const attempts = await Promise.allSettled([
			...keys.map((key) => restoreKey(ctx, { keyId: key.id })),
			...keys.map(() => createKey(ctx, keyFields(location))),
		]);

		expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(await keysIn(agency)).toBe(1);
	});
});

describe("what binds the keys of a place", () => {
	const policy: Partial<Policy> = { keyDaysMax: 90, locationKeysMax: 1, agencyKeysMax: 7 };

	test("is read by people of that location, and of no other", async () => {
		const { agency, location } = await arrange(policy);
		const sibling = await makeLocation(world, agency);
		await makeKey(world, agency, { location });

		for (const role of ["MANAGER", "VIEWER"] as const) {
			const ctx = contextFor(world, agency, { role, location });
			const ask = (level: "AGENCY" | "LOCATION", locationId: string | null) =>
				readBindingPolicy(ctx, { level, locationId });

			expect(await ask("LOCATION", location.id)).toEqual({
				keyDaysMax: 90,
				locationScopes: null,
				addressesRequired: false,
				keysMax: 1,
				inactivityDays: 90,
				fullPlaces: [{ locationId: location.id, keys: 1 }],
			});
			for (const [level, id] of [
				["LOCATION", sibling.id],
				["LOCATION", null],
				["AGENCY", null],
			] as const) {
				expect((await refusalOf(ask(level, id))).code).toBe("not_found");
			}
		}
	});

	test("tells agency people which locations are full, and whether the agency is", async () => {
		const { agency, location, ctx } = await arrange(policy);
		await makeLocation(world, agency);
		await makeKey(world, agency, { location });

		const locations = await readBindingPolicy(ctx, { level: "LOCATION", locationId: null });
		const ours = await readBindingPolicy(ctx, { level: "AGENCY", locationId: null });

		expect(locations).toMatchObject({ keysMax: 1, fullPlaces: [{ locationId: location.id, keys: 1 }] });
		expect(ours).toMatchObject({ keysMax: 7, fullPlaces: [] });
	});
});

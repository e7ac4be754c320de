import { describe, expect, test } from "vitest";
import type { KeyEdit } from "#lib/core/keys/fields.ts";
import { leaseCredits } from "#lib/data/quotas.ts";
import {
	auditTrail,
	contextFor,
	daysFrom,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { editKey } from "./edit.ts";

const world = await testWorld();

/** What the edit form sends back when nothing but `changes` was touched. */
function editOf(key: TestKey, changes: Partial<KeyEdit> = {}): KeyEdit {
	const { level: _level, locationId: _location, ...fields } = keyFields(null);
	return { ...fields, title: key.title, keyId: key.id, version: 1, ...changes };
}

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	return {
		agency,
		key: await makeKey(world, agency, options),
		ctx: contextFor(world, agency, { role: "OWNER" }),
	};
}

describe("editing a key", () => {
	keyCases(world, {
		action: "key.edit",
		act: (ctx, key) => editKey(ctx, editOf(key, { title: "Renamed", scopes: ["forms.write"] })),
		done: { title: "Renamed", title_folded: "renamed", scopes: ["forms.write"], scope_count: 1 },
	});
});

test("an edit keeps the secret, the level and the place, and changes all that it names", async () => {
	const { agency, key, ctx } = await arrange({ credits: 5 });
	const location = await makeLocation(world, agency);
	const before = await storedKey(world, key.id);

	await editKey(
		ctx,
		editOf(key, {
			title: "Gateway",
			description: "Described",
			allLocations: false,
			locationIds: [location.id],
			role: "READONLY",
			scopes: ["contacts.write", "keys.verify"],
			expiresAt: daysFrom(NOW, 1),
			allowedAddresses: ["203.0.113.7"],
			rateLimit: { max: 3, seconds: 1 },
			credits: 9,
		}),
	);

	expect(await storedKey(world, key.id)).toEqual({
		...before,
		scopes_added_at: NOW,
		title: "Gateway",
		title_folded: "gateway",
		description: "Described",
		all_locations: false,
		location_ids: [location.id],
		role: "READONLY",
		scopes: ["contacts.readonly", "keys.verify"],
		scope_count: 2,
		expires_at: daysFrom(NOW, 1),
		allowed_addresses: ["203.0.113.7"],
		rate_limit_max: 3,
		rate_limit_seconds: 1,
		credits: 9,
		version: 2,
		updated_at: NOW,
	});
	expect(await auditTrail(world, agency)).toMatchObject([
		{ before: { title: key.title, credits: 5 }, after: { title: "Gateway", credits: 9 } },
	]);
});

test("limits that are taken away are gone", async () => {
	const { key, ctx } = await arrange({
		credits: 5,
		rateLimit: { max: 1, seconds: 1 },
		expiresAt: daysFrom(NOW, 3),
	});

	await editKey(ctx, editOf(key));

	expect(await storedKey(world, key.id)).toMatchObject({
		credits: null,
		rate_limit_max: null,
		rate_limit_seconds: null,
		expires_at: null,
	});
});

test("of two people who edit the same version, the second is told and changes nothing", async () => {
	const { agency, key, ctx } = await arrange();
	await editKey(ctx, editOf(key, { title: "First" }));

	const refusal = await refusalOf(editKey(ctx, editOf(key, { title: "Second" })));

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toMatchObject({ title: "First", version: 2 });
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("of ten edits of one version at the same moment, one wins", async () => {
	const { agency, key, ctx } = await arrange();

	const attempts = await Promise.allSettled(
		Array.from({ length: 10 }, (_, index) => editKey(ctx, editOf(key, { title: `Title ${index}` }))),
	);

	const lost = attempts.filter((attempt) => attempt.status === "rejected");
	expect(lost).toHaveLength(9);
	for (const { reason } of lost) expect(reason).toMatchObject({ code: "conflict" });
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("a revoked key cannot be edited", async () => {
	const { agency, key, ctx } = await arrange({ revoked: true });

	const refusal = await refusalOf(editKey(ctx, editOf(key, { title: "Renamed" })));

	expect(refusal.code).toBe("conflict");
	expect(await storedKey(world, key.id)).toMatchObject({ title: key.title, version: 1 });
	expect(await auditTrail(world, agency)).toEqual([]);
});

describe("the end date", () => {
	test("of an expired key may stay as it is while something else is edited", async () => {
		const expiresAt = minutesFrom(NOW, -5);
		const { key, ctx } = await arrange({ expiresAt });

		await editKey(ctx, editOf(key, { title: "Renamed", expiresAt }));

		expect(await storedKey(world, key.id)).toMatchObject({ title: "Renamed", expires_at: expiresAt });
	});

	test("cannot be moved to another moment in the past", async () => {
		const { key, ctx } = await arrange({ expiresAt: minutesFrom(NOW, -5) });

		const refusal = await refusalOf(editKey(ctx, editOf(key, { expiresAt: minutesFrom(NOW, -4) })));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "expiresAt" }] });
	});

	test("brings an expired key back when it is moved into the future", async () => {
		const { key, ctx } = await arrange({ expiresAt: minutesFrom(NOW, -5) });

		await editKey(ctx, editOf(key, { expiresAt: daysFrom(NOW, 5) }));

		expect(await storedKey(world, key.id)).toMatchObject({ expires_at: daysFrom(NOW, 5) });
	});
});

describe("keys.write", () => {
	const steppedUp = { role: "OWNER", steppedUp: true } as const;
	const unproved = { role: "OWNER", steppedUp: false } as const;

	test("is added only by somebody who has just proved their password", async () => {
		const { agency, key } = await arrange();
		const edit = editOf(key, { scopes: ["keys.write"] });

		const refusal = await refusalOf(editKey(contextFor(world, agency, unproved), edit));
		expect(refusal.code).toBe("step_up_required");
		await editKey(contextFor(world, agency, steppedUp), edit);

		expect((await storedKey(world, key.id)).scopes).toEqual(["keys.write"]);
	});

	test("stays without a password on a key that has it", async () => {
		const { agency, key } = await arrange({ scopes: ["keys.write"] });

		await editKey(
			contextFor(world, agency, unproved),
			editOf(key, { title: "Renamed", scopes: ["keys.write"] }),
		);

		expect(await storedKey(world, key.id)).toMatchObject({ title: "Renamed", scopes: ["keys.write"] });
	});

	test("does not come back with the role ADMIN unless the password is proved", async () => {
		const { agency, key } = await arrange({ role: "READONLY", scopes: ["keys.readonly"] });

		const ctx = contextFor(world, agency, unproved);
		const refusal = await refusalOf(editKey(ctx, editOf(key, { role: "ADMIN", scopes: ["keys.write"] })));

		expect(refusal.code).toBe("step_up_required");
	});

	test("can be held by no READONLY key, even when the password is proved", async () => {
		const { agency, key } = await arrange();

		await editKey(
			contextFor(world, agency, steppedUp),
			editOf(key, { role: "READONLY", scopes: ["keys.write"] }),
		);

		expect((await storedKey(world, key.id)).scopes).toEqual(["keys.readonly"]);
	});
});

test("a location key cannot be given the agency's scopes or other locations", async () => {
	const agency = await makeAgency(world);
	const [location, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const key = await makeKey(world, agency, { location });
	const ctx = contextFor(world, agency, { role: "MANAGER", location });

	const scoped = await refusalOf(editKey(ctx, editOf(key, { scopes: ["keys.verify"] })));
	const placed = await refusalOf(editKey(ctx, editOf(key, { locationIds: [sibling.id] })));
	await editKey(ctx, editOf(key, { allLocations: true }));

	expect(scoped).toMatchObject({ code: "invalid_input", fields: [{ field: "scopes" }] });
	expect(placed).toMatchObject({ code: "invalid_input", fields: [{ field: "locationIds" }] });
	expect(await storedKey(world, key.id)).toMatchObject({
		all_locations: false,
		location_ids: [],
		location_id: location.id,
	});
});

// Spending does not count the version up, so a form that sent back what it saw would return the credits.
test("the moment when a scope was added is kept, and that of an edit that adds none is not", async () => {
	const { key, ctx } = await arrange({ scopes: ["contacts.write", "forms.write"] });

	await editKey(ctx, editOf(key, { scopes: ["contacts.readonly"] }));
	expect(await storedKey(world, key.id)).toMatchObject({ scopes_added_at: null });
	const later = { ...ctx, now: minutesFrom(NOW, 5) };
	await editKey(later, editOf(key, { version: 2, scopes: ["contacts.write"] }));

	expect(await storedKey(world, key.id)).toMatchObject({ scopes_added_at: later.now });
});

test("an edit that does not name credits leaves what was spent while the form was open", async () => {
	const { agency, key, ctx } = await arrange({ credits: 100 });
	const { credits: _credits, ...edit } = editOf(key, { title: "Renamed" });
	await leaseCredits(world.database, agency.id, key.id, { needed: 60, demand: 60, wanted: 60 });

	await editKey(ctx, edit);

	expect(await storedKey(world, key.id)).toMatchObject({ title: "Renamed", credits: 40 });
});

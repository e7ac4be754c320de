import { describe, expect, test } from "vitest";
import { FINDINGS, type Finding, findingsOf } from "#lib/core/keys/health.ts";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { listFound } from "#lib/data/key-health.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import {
	contextFor,
	daysFrom,
	type KeyOptions,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	type TestAgency,
	type TestKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeOlderSecret } from "#lib/testing/key-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { countKeyFindings, listFindings } from "./list-findings.ts";

const world = await testWorld();
const days = (count: number) => daysFrom(NOW, count);

/** A key about which nothing is to be said. */
const FINE: KeyOptions = {
	role: "READONLY",
	expiresAt: days(60),
	createdAt: days(-10),
	lastUsedAt: days(-1),
};

async function findingsAbout(agency: TestAgency, key: TestKey) {
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const found: Finding[] = [];
	for (const finding of FINDINGS) {
		const { rows } = await listFindings(ctx, { locationId: null, finding, page: 1, pageSize: 100 });
		if (rows.some(({ id }) => id === key.id)) found.push(finding);
	}
	return found;
}

const change = (key: TestKey, set: string, ...values: unknown[]) =>
	world.owner.query(`update api_keys set ${set} where id = $1`, [key.id, ...values]);

async function addAddresses(key: TestKey, count: number, lastSeenAt: Date) {
	await world.owner.query(
		`insert into key_addresses (agency_id, key_id, address, first_seen_at, last_seen_at)
			select $1, $2, '203.0.113.' || n, $3, $3 from generate_series(1, $4::int) n`,
		[key.agencyId, key.id, lastSeenAt, count],
	);
}

async function noteScopeUse(key: TestKey, scope: string, at: Date) {
	await world.owner.query("insert into key_scope_uses values ($1, $2, $3, $4)", [
		key.agencyId,
		key.id,
		scope,
		at,
	]);
}

type Case = { name: string; key: KeyOptions; after?: (key: TestKey) => Promise<unknown>; finds: Finding[] };

const CASES: Case[] = [
	{ name: "a key that is fine", key: {}, finds: [] },
	{ name: "a new key without a use", key: { lastUsedAt: undefined as never }, finds: [] },
	{
		name: "a key made 30 days ago and never used",
		key: { createdAt: days(-30), lastUsedAt: undefined as never },
		finds: ["neverUsed"],
	},
	{ name: "a key used 29 days ago", key: { createdAt: days(-90), lastUsedAt: days(-29) }, finds: [] },
	{ name: "a key used 30 days ago", key: { createdAt: days(-90), lastUsedAt: days(-30) }, finds: ["idle30"] },
	{ name: "a key used 60 days ago", key: { createdAt: days(-90), lastUsedAt: days(-60) }, finds: ["idle60"] },
	{
		name: "an idle key that is exempt",
		key: { createdAt: days(-90), lastUsedAt: days(-60) },
		after: (key) => change(key, "inactivity_exempt = true"),
		finds: [],
	},
	{
		name: "an idle key that was kept alive",
		key: { createdAt: days(-90), lastUsedAt: days(-60) },
		after: (key) => change(key, "idle_from = $2", days(-2)),
		finds: [],
	},
	{ name: "a key without an end", key: { expiresAt: undefined as never }, finds: ["noEndDate"] },
	{ name: "a key that ends in 14 days", key: { expiresAt: days(14) }, finds: ["expiring"] },
	{ name: "a key that has ended", key: { expiresAt: NOW }, finds: [] },
	{ name: "an ADMIN key", key: { role: "ADMIN" }, finds: ["admin"] },
	{
		name: "a key with full access",
		key: { role: "ADMIN", scopes: [...scopesForLevel("AGENCY")] },
		finds: ["fullAccess", "admin"],
	},
	{
		name: "a key with a secret of 365 days",
		key: { createdAt: days(-365) },
		finds: ["oldSecret"],
	},
	{
		name: "a key whose own rotation is due",
		key: {},
		after: (key) => change(key, "rotate_every_days = 10"),
		finds: ["oldSecret"],
	},
	{
		name: "an old secret that may grow older",
		key: { createdAt: days(-365) },
		after: (key) => change(key, "rotate_every_days = 400"),
		finds: [],
	},
	{ name: "a key seen at 9 addresses", key: {}, after: (key) => addAddresses(key, 9, days(-30)), finds: [] },
	{
		name: "a key seen at 10 addresses within 30 days",
		key: {},
		after: (key) => addAddresses(key, 10, days(-30)),
		finds: ["manyAddresses"],
	},
	{
		name: "a key seen at 10 addresses before that",
		key: {},
		after: (key) => addAddresses(key, 10, days(-31)),
		finds: [],
	},
	{
		name: "a rotated key whose older secret nobody sends",
		key: {},
		after: (key) => makeOlderSecret(world, key, days(1)),
		finds: [],
	},
	{
		name: "a rotated key whose older secret is still sent",
		key: {},
		async after(key) {
			const older = await makeOlderSecret(world, key, days(1));
			const values = [key.agencyId, older.id, "203.0.113.7", key.id, days(-1)];
			await world.owner.query("insert into key_secret_uses values ($1, $2, $3, $4, 1, $5, '')", values);
		},
		finds: ["olderSecret"],
	},
	{
		name: "a key of which one scope of two is used",
		key: { createdAt: days(-90), scopes: ["contacts.readonly", "forms.readonly"] },
		after: (key) => noteScopeUse(key, "forms.readonly", days(-1)),
		finds: ["unusedScopes"],
	},
	{
		name: "a key whose every scope is used",
		key: { createdAt: days(-90), scopes: ["contacts.readonly"] },
		after: (key) => noteScopeUse(key, "contacts.readonly", days(-1)),
		finds: [],
	},
	{
		name: "a key used without naming a scope",
		key: { createdAt: days(-90), scopes: ["contacts.readonly", "forms.readonly"] },
		after: (key) => noteScopeUse(key, "", days(-1)),
		finds: [],
	},
	{
		name: "a key that got a scope lately",
		key: { createdAt: days(-90), scopes: ["contacts.readonly", "forms.readonly"] },
		async after(key) {
			await noteScopeUse(key, "forms.readonly", days(-1));
			await change(key, "scopes_added_at = $2", days(-89));
		},
		finds: [],
	},
];

await world.owner.query("update installation set scope_uses_since = $1", [days(-400)]);

describe("what is found about", () => {
	test.each(CASES)("$name: $finds", async ({ key: options, after, finds }) => {
		const agency = await makeAgency(world);
		const key = await makeKey(world, agency, { ...FINE, ...options });
		await after?.(key);

		const found = await findingsAbout(agency, key);

		expect(found).toEqual(finds);
	});

	test.each<[string, KeyOptions]>([
		["switched off", { disabled: true }],
		["revoked", { revoked: true }],
		["in the trash", { deletedAt: NOW }],
	])("a key that is %s: nothing", async (_name, options) => {
		const agency = await makeAgency(world);
		const bad = { ...FINE, role: "ADMIN", createdAt: days(-400), lastUsedAt: days(-300) } as const;
		const key = await makeKey(world, agency, { ...bad, ...options });

		const found = await findingsAbout(agency, key);

		expect(found).toEqual([]);
	});
});

test("the database finds what the rule finds", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const facts = [0, 29, 30, 31, 59, 60, 61, 364, 365].flatMap((age) =>
		(["ADMIN", "READONLY"] as const).map((role) => ({ age, role })),
	);
	const expected: string[] = [];
	for (const { age, role } of facts) {
		const key = await makeKey(world, agency, { role, createdAt: days(-age), lastUsedAt: days(-age) });
		const found = findingsOf(
			{
				level: "AGENCY",
				role,
				scopeCount: 1,
				enabled: true,
				revokedAt: null,
				expiresAt: null,
				lastUsedAt: days(-age),
				idleFrom: days(-age),
				inactivityExempt: false,
				secretSince: days(-age),
				rotateEveryDays: null,
				makerKeyId: null,
				recentAddresses: 0,
				sendsOlderSecret: false,
				unusedScopes: 1,
			},
			NOW,
		);
		expected.push(...found.map((finding) => `${finding} ${key.id}`));
	}

	const pages = await Promise.all(
		FINDINGS.map(async (finding) => {
			const { rows } = await listFindings(ctx, { locationId: null, finding, page: 1, pageSize: 100 });
			return rows.map(({ id }) => `${finding} ${id}`);
		}),
	);

	expect(pages.flat().toSorted()).toEqual(expected.toSorted());
});

describe("places", () => {
	test("a location's findings are those of its own keys", async () => {
		const agency = await makeAgency(world);
		const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
		const key = await makeKey(world, agency, { location: here });
		await makeKey(world, agency, { location: there });
		await makeKey(world, agency);
		const ctx = contextFor(world, agency, { role: "VIEWER", location: here });
		const asked = { locationId: here.id, finding: "admin", page: 1, pageSize: 25 } as const;

		const list = await listFindings(ctx, asked);
		const counts = await countKeyFindings(ctx, { locationId: here.id });

		expect(list).toMatchObject({ total: 1, rows: [{ id: key.id }] });
		expect(counts.admin).toBe(1);
	});

	test("those findings alone are counted that are asked for", async () => {
		const agency = await makeAgency(world);
		await makeKey(world, agency);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const counts = await countKeyFindings(ctx, { locationId: null, findings: ["admin", "expiring"] });

		expect(counts).toEqual({ admin: 1, expiring: 0 });
	});

	test("keys of a deleted location went with it", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		await makeKey(world, agency, { location });
		await world.owner.query("update locations set deleted_at = $2 where id = $1", [location.id, NOW]);

		const counts = await countKeyFindings(contextFor(world, agency, { role: "OWNER" }), { locationId: null });

		expect(counts.admin).toBe(0);
	});

	test("the agency's findings do not exist for people of a location", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const ctx = contextFor(world, agency, { role: "MANAGER", location });

		const refusal = await refusalOf(countKeyFindings(ctx, { locationId: null }));

		expect(refusal.code).toBe("not_found");
	});
});

test("keys with unused scopes are the same ones, whether they are looked for together or key by key", async () => {
	const agency = await makeAgency(world);
	const scopes: KeyOptions["scopes"] = ["contacts.readonly", "contacts.write", "forms.readonly"];
	const options = { ...FINE, scopes, createdAt: days(-200) };
	const uses = [[], ["forms.readonly"], ["contacts.write", "forms.readonly"], [""], scopes];
	for (const used of uses) {
		const key = await makeKey(world, agency, options);
		for (const scope of used) await noteScopeUse(key, scope, days(-1));
	}
	const scene = { agencyId: agency.id, locationId: null, now: NOW };
	const asked = { finding: "unusedScopes", skip: 0, max: 50 } as const;

	const [together, keyByKey] = await inTransaction(
		contextFor(world, agency, { role: "OWNER" }),
		async (tx) => [await listFound(tx, scene, asked), await listFound(tx, scene, { ...asked, total: 1_000 })],
	);

	expect(together).toHaveLength(1);
	expect(keyByKey).toEqual(together);
});

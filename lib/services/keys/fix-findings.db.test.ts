import { describe, expect, test } from "vitest";
import { BULK_MAX } from "#lib/core/keys/bulk-change.ts";
import type { Fix } from "#lib/core/keys/fix.ts";
import {
	contextFor,
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makePolicy,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changeManyKeys } from "./change-many.ts";
import { countKeyFindings } from "./list-findings.ts";
import { previewFix } from "./preview-fix.ts";

const world = await testWorld();
/** More than go into one call. */
const MANY = BULK_MAX + 10;
const days = (count: number) => daysFrom(NOW, count);

await world.owner.query("update installation set scope_uses_since = $1", [days(-400)]);

describe("what the preview says is what the change does", () => {
	test.each<[Fix, object]>([
		[{ kind: "switchOff" }, { enabled: false }],
		[{ kind: "endIn", days: 30 }, { expires_at: days(30) }],
		[{ kind: "makeReadonly" }, { role: "READONLY", scopes: ["contacts.readonly", "forms.readonly"] }],
		[{ kind: "removeUnusedScopes" }, { scopes: ["contacts.write"] }],
		[{ kind: "keepAlive" }, { idle_from: NOW }],
		[{ kind: "exempt" }, { inactivity_exempt: true }],
		[{ kind: "delete", usedToo: false }, { deleted_at: NOW }],
		[{ kind: "revoke", reason: "Not needed" }, { revoked_at: NOW }],
	])("%j", async (change, becomes) => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });
		const key = await makeKey(world, agency, {
			scopes: ["contacts.write", "forms.readonly"],
			createdAt: days(-90),
			lastUsedAt: days(-30),
		});
		await world.owner.query("insert into key_scope_uses values ($1, $2, 'contacts.write', $3)", [
			agency.id,
			key.id,
			days(-30),
		]);

		const preview = await previewFix(ctx, { locationId: null, about: { keyIds: [key.id] }, change });
		const { results } = await changeManyKeys(ctx, { keyIds: [key.id], change });

		expect(preview).toMatchObject({ total: 1, rows: [{ id: key.id, title: key.title }] });
		expect(preview.rows[0]?.effect.becomes).not.toBeNull();
		expect(results).toEqual([{ keyId: key.id, outcome: "done", title: key.title }]);
		expect(await storedKey(world, key.id)).toMatchObject(becomes);
	});
});

test("a change that the preview leaves out is refused with a reason", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const key = await makeKey(world, agency, { role: "READONLY", expiresAt: days(5) });
	const changes: Fix[] = [
		{ kind: "makeReadonly" },
		{ kind: "endIn", days: 30 },
		{ kind: "removeUnusedScopes" },
	];

	for (const change of changes) {
		const preview = await previewFix(ctx, { locationId: null, about: { keyIds: [key.id] }, change });
		const { results } = await changeManyKeys(ctx, { keyIds: [key.id], change });

		expect(preview.rows[0]?.effect.becomes).toBeNull();
		expect(results).toMatchObject([{ outcome: "refused", why: expect.stringMatching(/\.$/) }]);
	}
	expect(await storedKey(world, key.id)).toMatchObject({ version: 1 });
});

test("a location's preview shows no key of another place", async () => {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const ctx = contextFor(world, agency, { role: "MANAGER", location });
	const [own, other] = [await makeKey(world, agency, { location }), await makeKey(world, agency)];
	const asked = { about: { keyIds: [own.id, other.id] }, change: { kind: "switchOff" } } as const;

	const preview = await previewFix(ctx, {
		...asked,
		about: { keyIds: [own.id, other.id] },
		locationId: location.id,
	});
	const refusal = await refusalOf(
		previewFix(ctx, { ...asked, about: { keyIds: [own.id] }, locationId: null }),
	);

	expect(preview.rows.map(({ id }) => id)).toEqual([own.id]);
	expect(refusal.code).toBe("not_found");
});

test("what the policy will refuse is said before, and those that are excepted are left out", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const [one, other] = [await makeKey(world, agency), await makeKey(world, agency)];
	await makePolicy(world, agency, { keyDaysMax: 90 });
	const about = { finding: "noEndDate" as const, exceptIds: [other.id] };
	const previewOf = (count: number) =>
		previewFix(ctx, { locationId: null, about, change: { kind: "endIn", days: count } });

	const [right, tooLong] = [await previewOf(90), await previewOf(365)];
	const { results } = await changeManyKeys(ctx, {
		keyIds: [one.id],
		change: { kind: "endIn", days: 365 },
	});

	expect(right).toMatchObject({ total: 1, rows: [{ id: one.id, effect: { becomes: "end" } }] });
	expect(tooLong.rows).toMatchObject([{ id: one.id, effect: { becomes: null, why: "policy" } }]);
	expect(results).toMatchObject([{ outcome: "refused" }]);
});

test("a change that stops programs tells how the keys are used", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const [used, revoked] = [
		await makeKey(world, agency, { lastUsedAt: days(-1) }),
		await makeKey(world, agency, { lastUsedAt: days(-1), revoked: true }),
	];
	const about = { keyIds: [used.id, revoked.id] };

	const grave = await previewFix(ctx, { locationId: null, about, change: { kind: "switchOff" } });
	const mild = await previewFix(ctx, { locationId: null, about, change: { kind: "keepAlive" } });

	expect(grave.use).toMatchObject({ keys: 1, usedLastWeek: 1, usedTitles: [used.title] });
	expect(mild.use).toBeNull();
});

test("all keys of a finding are switched off in batches", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const model = await makeKey(world, agency, { createdAt: days(-40) });
	await world.owner.query(
		`with new as (insert into api_keys (agency_id, id, level, all_locations, title, title_folded, role, scopes, scope_count,
				secret_prefix, secret_last_four, idle_from, secret_since, created_at, created_by_name, updated_at)
			select agency_id, gen_random_uuid(), level, all_locations, title || n, title_folded || n, role, scopes, scope_count,
				secret_prefix, secret_last_four, idle_from, secret_since, created_at, created_by_name, updated_at
			from api_keys, generate_series(1, $2::int) n where id = $1 returning agency_id, id)
		insert into key_last_uses (agency_id, key_id, at_location) select agency_id, id, false from new`,
		[model.id, MANY - 1],
	);
	const change: Fix = { kind: "switchOff" };

	const preview = await previewFix(ctx, {
		locationId: null,
		about: { finding: "neverUsed", exceptIds: [] },
		change,
	});
	const keyIds = preview.rows.map(({ id }) => id);
	let done = 0;
	for (let sent = 0; sent < keyIds.length; sent += BULK_MAX) {
		const { results } = await changeManyKeys(ctx, { keyIds: keyIds.slice(sent, sent + BULK_MAX), change });
		done += results.filter(({ outcome }) => outcome === "done").length;
	}

	const counts = await countKeyFindings(ctx, { locationId: null });
	expect({ total: preview.total, done, left: counts.neverUsed }).toEqual({
		total: MANY,
		done: MANY,
		left: 0,
	});
});

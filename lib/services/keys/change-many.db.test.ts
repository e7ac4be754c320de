import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { BULK_MAX, BulkForm } from "#lib/core/keys/bulk-change.ts";
import { auditTrail, contextFor, makeAgency, makeKey, NOW, storedKey } from "#lib/testing/factories.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changeManyKeys } from "./change-many.ts";
import { labelKey } from "./label.ts";

const world = await testWorld();

describe("switching off", () => {
	keyCases(world, {
		action: "key.disable",
		act: (ctx, key) => changeManyKeys(ctx, { keyIds: [key.id], change: { kind: "switchOff" } }),
		done: { enabled: false },
	});
});

test("a key that is refused holds up no other, and each is told of in the order asked for", async () => {
	const agency = await makeAgency(world);
	const [first, revoked, last] = [
		await makeKey(world, agency),
		await makeKey(world, agency, { revoked: true }),
		await makeKey(world, agency),
	];
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const absent = newId();
	const keyIds = [last.id, revoked.id, absent, first.id];

	const { results, propagation } = await changeManyKeys(ctx, { keyIds, change: { kind: "switchOff" } });

	expect(results).toEqual([
		{ keyId: last.id, outcome: "done", title: last.title },
		{ keyId: revoked.id, outcome: "refused", code: "conflict", why: "A revoked key stays revoked." },
		{
			keyId: absent,
			outcome: "refused",
			code: "not_found",
			why: "There is nothing here, or it is not yours to see.",
		},
		{ keyId: first.id, outcome: "done", title: first.title },
	]);
	expect(propagation).toHaveProperty("propagated");
	expect(await storedKey(world, first.id)).toMatchObject({ enabled: false });
	expect(await auditTrail(world, agency)).toHaveLength(2);
});

// Undo takes back what was done: a leaked key that was off before stays off.
test("a key that was so already is told apart from one that was changed", async () => {
	const agency = await makeAgency(world);
	const [on, off] = [await makeKey(world, agency), await makeKey(world, agency, { disabled: true })];
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const keyIds = [on.id, off.id];

	const switchedOff = await changeManyKeys(ctx, { keyIds, change: { kind: "switchOff" } });
	const restored = await changeManyKeys(ctx, { keyIds, change: { kind: "restore" } });

	expect(switchedOff.results.map(({ outcome }) => outcome)).toEqual(["done", "unchanged"]);
	expect(restored.results.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("a change of labels says of each key which came and which went", async () => {
	const agency = await makeAgency(world);
	const [bare, marked, settled] = [
		await makeKey(world, agency),
		await makeKey(world, agency),
		await makeKey(world, agency),
	];
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await labelKey(ctx, { keyId: marked.id, add: ["Old", "Prod"], remove: [] });
	await labelKey(ctx, { keyId: settled.id, add: ["prod"], remove: [] });

	const { results } = await changeManyKeys(ctx, {
		keyIds: [bare.id, marked.id, settled.id],
		change: { kind: "label", add: ["prod"], remove: ["old"] },
	});

	expect(results).toEqual([
		{ keyId: bare.id, outcome: "done", title: bare.title, labels: { added: ["prod"], removed: [] } },
		{ keyId: marked.id, outcome: "done", title: marked.title, labels: { added: [], removed: ["Old"] } },
		{ keyId: settled.id, outcome: "unchanged", title: settled.title },
	]);
});

test("when the database goes away, the keys from there on are left to be tried again", async () => {
	const agency = await makeAgency(world);
	const [first, second, third] = [
		await makeKey(world, agency),
		await makeKey(world, agency),
		await makeKey(world, agency),
	];
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const keyIds = [first.id, second.id, third.id];
	const holder = await world.owner.connect();

	await holder.query("begin");
	await holder.query("select from api_keys where id = $1 for update", [second.id]);
	const run = changeManyKeys(ctx, { keyIds, change: { kind: "switchOff" } });
	await expect
		.poll(async () => {
			const { rowCount } = await holder.query(
				"select pg_terminate_backend(pid) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))",
			);
			return rowCount ?? 0;
		})
		.toBeGreaterThan(0);
	const { results, stopped } = await run;
	await holder.query("rollback");
	holder.release();

	expect(results).toEqual([{ keyId: first.id, outcome: "done", title: first.title }]);
	expect(stopped).toMatch(/\.$/);
	expect(await storedKey(world, third.id)).toMatchObject({ enabled: true });
});

test("a key in recent use is deleted only when that was confirmed", async () => {
	const agency = await makeAgency(world);
	const [used, unused] = [await makeKey(world, agency), await makeKey(world, agency)];
	await world.owner.query("update key_last_uses set last_used_at = $2 where key_id = $1", [used.id, NOW]);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const keyIds = [used.id, unused.id];

	const careful = await changeManyKeys(ctx, { keyIds, change: { kind: "delete", usedToo: false } });
	const bold = await changeManyKeys(ctx, { keyIds: [used.id], change: { kind: "delete", usedToo: true } });
	const back = await changeManyKeys(ctx, { keyIds, change: { kind: "restore" } });

	expect(careful.results.map(({ outcome }) => outcome)).toEqual(["refused", "done"]);
	expect(bold.results.map(({ outcome }) => outcome)).toEqual(["done"]);
	expect(back.results.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
	expect(await storedKey(world, used.id)).toMatchObject({ deleted_at: null });
});

test("extending puts an end date off, and never brings it nearer or gives one", async () => {
	const agency = await makeAgency(world);
	const day = 86_400_000;
	const after = (days: number) => new Date(NOW.getTime() + days * day);
	const [soon, late, never] = [
		await makeKey(world, agency, { expiresAt: after(3) }),
		await makeKey(world, agency, { expiresAt: after(300) }),
		await makeKey(world, agency),
	];
	const ctx = contextFor(world, agency, { role: "OWNER" });

	const { results } = await changeManyKeys(ctx, {
		keyIds: [soon.id, late.id, never.id],
		change: { kind: "extend", to: { days: 90 } },
	});

	expect(results.map(({ outcome }) => outcome)).toEqual(["done", "refused", "refused"]);
	expect(await storedKey(world, soon.id)).toMatchObject({ expires_at: after(90) });
	expect(await storedKey(world, late.id)).toMatchObject({ expires_at: after(300) });
});

test("two that change the same keys in opposite orders both come to an end", async () => {
	const agency = await makeAgency(world);
	const keys = await Promise.all(Array.from({ length: 6 }, () => makeKey(world, agency)));
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const keyIds = keys.map(({ id }) => id);
	const revoke = (ids: string[]) =>
		changeManyKeys(ctx, { keyIds: ids, change: { kind: "revoke", reason: "Leaked" } });

	const both = await Promise.all([revoke(keyIds), revoke(keyIds.toReversed())]);

	const done = both.flatMap(({ results }) => results.filter(({ outcome }) => outcome === "done"));
	expect(done.map(({ keyId }) => keyId).toSorted()).toEqual(keyIds.toSorted());
	expect(await auditTrail(world, agency)).toHaveLength(keys.length);
});

test("a call names up to fifty keys, each once", () => {
	const ids = Array.from({ length: BULK_MAX + 1 }, newId);
	const asked = (keyIds: unknown) => BulkForm.safeParse({ keyIds, change: { kind: "switchOff" } }).success;

	expect(asked(ids.slice(1))).toBe(true);
	expect(asked(ids)).toBe(false);
	expect(asked([])).toBe(false);
	expect(asked([ids[0], ids[0]])).toBe(false);
	expect(asked(["1"])).toBe(false);
});

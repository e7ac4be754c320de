import { describe, expect, test } from "vitest";
import {
	auditTrail,
	contextFor,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
	storedKey,
} from "#lib/testing/factories.ts";
import { keyCases } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createKey } from "./create.ts";
import { labelKey } from "./label.ts";
import { listKeys } from "./list.ts";
import { listLabels } from "./list-labels.ts";
import { patchKey } from "./patch.ts";

const world = await testWorld();

const page = { sort: "title", direction: "asc", page: 1, pageSize: 25 } as const;

describe("labelling", () => {
	keyCases(world, {
		action: "key.edit",
		act: (ctx, key) => labelKey(ctx, { keyId: key.id, add: ["Billing"], remove: [] }),
		done: {},
	});
});

test("what a key is labelled already changes nothing and records nothing", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	await labelKey(ctx, { keyId: key.id, add: ["Billing"], remove: [] });
	const before = await storedKey(world, key.id);

	await labelKey(ctx, { keyId: key.id, add: ["BILLING"], remove: ["other"] });

	expect(await storedKey(world, key.id)).toEqual(before);
	expect(await auditTrail(world, agency)).toHaveLength(1);
});

test("ten that label a key at once all find their label there", async () => {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const labels = Array.from({ length: 10 }, (_, at) => `label ${at}`);

	await Promise.all(labels.map((label) => labelKey(ctx, { keyId: key.id, add: [label], remove: [] })));

	const { rows } = await listKeys(ctx, { level: "AGENCY", ...page });
	expect(rows[0]?.labels).toEqual(labels);
});

test("a key is made and edited with labels, and an edit that names none leaves them", async () => {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const { key } = await createKey(ctx, { ...keyFields(null), labels: ["one", "two"] });
	const labels = async () => (await listKeys(ctx, { level: "AGENCY", ...page })).rows[0]?.labels;

	const made = await labels();
	await patchKey(ctx, { keyId: key.id, changes: { description: "Changed" } });
	const left = await labels();
	await patchKey(ctx, { keyId: key.id, changes: { labels: ["Two"] } });

	expect([made, left, await labels()]).toEqual([["one", "two"], ["one", "two"], ["Two"]]);
	expect((await auditTrail(world, agency)).at(-1)).toMatchObject({ action: "key.edit" });
});

test("a list narrows to a label, and offers those of its own place alone", async () => {
	const agency = await makeAgency(world);
	const [here, there] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const owner = contextFor(world, agency, { role: "OWNER" });
	const ours = await makeKey(world, agency, { location: here });
	const others = await makeKey(world, agency, { location: there });
	const upper = await makeKey(world, agency);
	await labelKey(owner, { keyId: ours.id, add: ["Shared", "Ours"], remove: [] });
	await labelKey(owner, { keyId: others.id, add: ["shared", "Theirs"], remove: [] });
	await labelKey(owner, { keyId: upper.id, add: ["shared", "Upper"], remove: [] });
	const manager = contextFor(world, agency, { role: "MANAGER", location: here });

	const found = await listKeys(manager, {
		level: "LOCATION",
		locationId: here.id,
		label: "SHARED",
		...page,
	});
	const offered = await listLabels(manager, { level: "LOCATION", locationId: here.id });
	const everywhere = await listLabels(owner, { level: "LOCATION" });
	const upstairs = await listLabels(owner, { level: "AGENCY" });

	expect(found.rows.map(({ id }) => id)).toEqual([ours.id]);
	expect(found.total).toBe(1);
	expect(offered).toEqual(["Ours", "Shared"]);
	expect(everywhere.map((label) => label.toLowerCase())).toEqual(["ours", "shared", "theirs"]);
	expect(upstairs).toEqual(["shared", "Upper"]);
	expect(() => listLabels(manager, { level: "LOCATION", locationId: there.id })).toThrow();
});

test("labels of keys that are gone are not offered, and what is counted of a label is what is listed", async () => {
	const agency = await makeAgency(world);
	const [open, closed] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	const owner = contextFor(world, agency, { role: "OWNER" });
	const keys = [
		await makeKey(world, agency, { location: open }),
		await makeKey(world, agency, { location: open }),
		await makeKey(world, agency, { location: closed }),
		await makeKey(world, agency, { location: closed }),
	];
	for (const [index, { id: keyId }] of keys.entries()) {
		await labelKey(owner, { keyId, add: ["all", `only ${index}`], remove: [] });
	}
	await world.owner.query("update api_keys set deleted_at = $2 where id = any($1)", [
		[keys[1]?.id, keys[3]?.id],
		NOW,
	]);
	await world.owner.query("update locations set deleted_at = $2 where id = $1", [closed.id, NOW]);

	const offered = await listLabels(owner, { level: "LOCATION" });
	const found = await listKeys(owner, { level: "LOCATION", label: "all", ...page });

	expect(offered).toEqual(["all", "only 0"]);
	expect(found.total).toBe(1);
	expect(found.rows.map(({ id }) => id)).toEqual([keys[0]?.id]);
});

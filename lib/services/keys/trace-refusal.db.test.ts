import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { readSought, type SoughtRefusal } from "#lib/core/keys/sought-refusal.ts";
import {
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	minutesFrom,
	NOW,
	type TestKey,
} from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { listRefusals } from "./list-refusals.ts";
import { traceRefusal } from "./trace-refusal.ts";

const world = await testWorld();

async function refused(key: TestKey, minutes = 0) {
	const requestId = newId();
	await world.owner.query(
		`insert into key_refusals values ($1, $2, $3, 'INSUFFICIENT_PERMISSIONS', 'scope_missing', 'forms.write',
			'203.0.113.9', 'curl/8.5', $4)`,
		[key.agencyId, key.id, requestId, minutesFrom(NOW, minutes)],
	);
	return requestId;
}

const visible = ({ secret }: TestKey) => readSought(secret) as SoughtRefusal;

async function arrange() {
	const agency = await makeAgency(world);
	const [location, sibling] = [await makeLocation(world, agency), await makeLocation(world, agency)];
	return {
		agency,
		location,
		sibling,
		agencyKey: await makeKey(world, agency),
		key: await makeKey(world, agency, { location, disabled: true }),
		owner: contextFor(world, agency, { role: "OWNER" }),
	};
}

describe("a request id", () => {
	test("leads to the key and to that refusal alone, with the rule in words", async () => {
		const { key, location, owner } = await arrange();
		const id = await refused(key);
		await refused(key, -1);

		const found = await traceRefusal(owner, { id });

		expect(found).toEqual([
			{
				id: key.id,
				title: key.title,
				masked: `lk_loc_••••${key.secret.slice(35, 39)}`,
				status: "Inactive",
				location: { slug: location.slug, name: location.name },
				refusals: [
					{
						requestId: id,
						told: "INSUFFICIENT_PERMISSIONS",
						rule: "scope_missing",
						about: "forms.write",
						address: "203.0.113.9",
						client: "curl/8.5",
						at: NOW.toISOString(),
					},
				],
			},
		]);
	});
});

describe("a key's id and what can be seen of its text", () => {
	test("lead to its last refusals, the newest first", async () => {
		const { agencyKey, owner } = await arrange();
		const ids = [await refused(agencyKey, -2), await refused(agencyKey, -1), await refused(agencyKey)];

		for (const sought of [{ id: agencyKey.id }, visible(agencyKey)]) {
			const [found] = await traceRefusal(owner, sought);
			expect(found).toMatchObject({ id: agencyKey.id, location: null, status: "Active" });
			expect(found?.refusals.map(({ requestId }) => requestId)).toEqual([...ids].reverse());
		}
		expect(await listRefusals(owner, { keyId: agencyKey.id })).toHaveLength(3);
	});

	test("lead to each of several keys that end alike, those alone that the reader may see", async () => {
		const { agency, agencyKey, key, location, owner } = await arrange();
		await world.owner.query("update api_keys set secret_last_four = 'same' where id = any ($1)", [
			[agencyKey.id, key.id],
		]);
		const manager = contextFor(world, agency, { role: "MANAGER", location });
		const sought = { prefix: null, lastFour: "same" };
		const idsOf = async (ctx: typeof owner) => (await traceRefusal(ctx, sought)).map(({ id }) => id).sort();

		expect(await idsOf(owner)).toEqual([agencyKey.id, key.id].sort());
		expect(await idsOf(manager)).toEqual([key.id]);
	});

	test("lead to the key also when it was never refused", async () => {
		const { key, owner } = await arrange();

		expect(await traceRefusal(owner, visible(key))).toMatchObject([{ id: key.id, refusals: [] }]);
	});
});

describe("a key's list of refusals", () => {
	test("holds those for one reason, or of one time, when that is asked for", async () => {
		const { key, owner } = await arrange();
		const [early, late] = [await refused(key, -90), await refused(key, -10)];
		const idsOf = async (meant: Omit<Parameters<typeof listRefusals>[1], "keyId">) =>
			(await listRefusals(owner, { keyId: key.id, ...meant })).map(({ requestId }) => requestId);

		expect(await idsOf({ verdict: "INSUFFICIENT_PERMISSIONS" })).toEqual([late, early]);
		expect(await idsOf({ verdict: "EXPIRED" })).toEqual([]);
		expect(await idsOf({ from: minutesFrom(NOW, -90), to: minutesFrom(NOW, -10) })).toEqual([early]);
	});
});

describe("who may ask", () => {
	test("everybody who may read the key", async () => {
		const { agency, key, location } = await arrange();
		const id = await refused(key);

		for (const role of ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"] as const) {
			const ctx = contextFor(world, agency, { role, location });
			expect(await traceRefusal(ctx, { id })).toMatchObject([{ id: key.id }]);
			expect(await listRefusals(ctx, { keyId: key.id })).toHaveLength(1);
		}
	});

	// A different answer would tell a stranger which keys exist.
	test("to everybody else it leads to the same nothing as what never was", async () => {
		const { agency, agencyKey, key, location, sibling } = await arrange();
		const gone = await makeKey(world, agency, { location, deletedAt: NOW });
		const manager = contextFor(world, agency, { role: "MANAGER", location });
		const absent = await refusalOf(traceRefusal(manager, { id: newId() }));
		expect(absent.code).toBe("not_found");

		for (const [ctx, asked] of [
			[manager, agencyKey],
			[manager, gone],
			[contextFor(world, agency, { role: "MANAGER", location: sibling }), key],
			[contextFor(world, await makeAgency(world), { role: "OWNER" }), key],
		] as const) {
			for (const sought of [{ id: await refused(asked) }, { id: asked.id }, visible(asked)]) {
				expect(await refusalOf(traceRefusal(ctx, sought))).toEqual(absent);
			}
			expect((await refusalOf(listRefusals(ctx, { keyId: asked.id }))).code).toBe("not_found");
		}
	});
});

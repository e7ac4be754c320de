import { describe, expect, test } from "vitest";
import { recordUses } from "#lib/data/usage.ts";
import { contextFor, makeAgency, makeKey, makeLocation, makePerson, NOW } from "#lib/testing/factories.ts";
import { fourCases } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { endFirstSteps } from "./end-first-steps.ts";
import { readFirstSteps } from "./read-first-steps.ts";

const world = await testWorld();

async function arrange() {
	const agency = await makeAgency(world);
	const person = await makePerson(world);
	return { agency, person, ctx: contextFor(world, agency, { role: "OWNER", person }) };
}

const done = async (ctx: Parameters<typeof readFirstSteps>[0]) =>
	(await readFirstSteps(ctx))?.filter((step) => step.done).map(({ name }) => name);

describe("putting the first steps away", () => {
	fourCases({
		world,
		places: ["agency"],
		permission: () => "agency.edit",
		knows: () => "agency.view",
		action: null,
		arrange: async () => makePerson(world),
		act: (ctx, person) => endFirstSteps({ ...ctx, actor: { kind: "person", ...person } }),
		observe: async ({ agency }, person) => {
			const { rows } = await world.owner.query(
				"select ended_at as at from first_steps_ends where agency_id = $1 and user_id = $2",
				[agency.id, person.id],
			);
			return rows;
		},
		done: [{ at: NOW }],
	});
});

test("each step ticks itself off by what is there", async () => {
	const { agency, ctx } = await arrange();
	expect(await done(ctx)).toEqual([]);

	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { location });
	expect(await done(ctx)).toEqual(["location", "key"]);

	const hour = NOW.toISOString();
	const count = { agency_id: agency.id, key_id: key.id, hour, uses: 1 };
	await recordUses(world.database, crypto.randomUUID(), 1, [{ ...count, verdict: "RATE_LIMITED" }], []);
	expect(await done(ctx)).toEqual(["location", "key"]);

	await recordUses(world.database, crypto.randomUUID(), 1, [{ ...count, verdict: "VALID" }], []);
	const colleague = await makePerson(world);
	await world.owner.query("insert into agency_members values ($1, $2, 'MEMBER', now())", [
		agency.id,
		colleague.id,
	]);
	expect(await done(ctx)).toEqual(["location", "key", "verify", "invite"]);
});

test("they are put away for the person who asked, for good, and stay for others", async () => {
	const { agency, ctx } = await arrange();
	const other = contextFor(world, agency, { role: "ADMIN", person: await makePerson(world) });

	await Promise.all([endFirstSteps(ctx), endFirstSteps(ctx)]);

	expect(await readFirstSteps(ctx)).toBeNull();
	expect(await readFirstSteps(other)).toHaveLength(4);
});

test("those who could not go them are not shown them", async () => {
	const { agency } = await arrange();

	expect(await readFirstSteps(contextFor(world, agency, { role: "MEMBER" }))).toBeNull();
});

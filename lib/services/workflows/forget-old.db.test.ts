import { expect, test } from "vitest";
import { RUN_DAYS_KEPT } from "#lib/core/crm/workflows.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { daysFrom, makeAgency, makeLocation, NOW } from "#lib/testing/factories.ts";
import { makeWorkflow, start, storedHistory, storedRuns } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { forgetOldRuns } from "./forget-old.ts";
import { runSteps } from "./run.ts";

const world = await testWorld();
const forget = () => forgetOldRuns(world.database, NOW, new AbortController().signal);

async function locationWithRuns(count: number) {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	await makeWorkflow(world, location);
	const { id: contactId } = await makeContact(world, location);
	for (let run = 0; run < count; run++) await start(world, location, contactId);
	return { agency, location, runs: await storedRuns(world, location) };
}

test("runs that were over long ago are forgotten with their history, of every agency; what is under way is not", async () => {
	const places = [await locationWithRuns(3), await locationWithRuns(3)];
	for (const { agency, runs } of places) {
		const [old, young] = runs;
		for (const [run, days] of [
			[old, RUN_DAYS_KEPT + 1],
			[young, RUN_DAYS_KEPT - 1],
		] as const) {
			const signal = new AbortController().signal;
			const now = daysFrom(NOW, -days);
			await world.owner.query("update workflow_runs set next_at = $2 where id = $1", [run?.id, now]);
			await runSteps(
				{ database: world.database, now, signal },
				{ agencyId: agency.id, runId: run?.id ?? "" },
			);
		}
	}

	const forgotten = await forget();

	expect(forgotten).toBe(2);
	for (const { location, runs } of places) {
		const left = await storedRuns(world, location);
		expect(left.map(({ id }) => id).sort()).toEqual(runs.slice(1).map(({ id }) => id));
		expect(left.map(({ state }) => state).sort()).toEqual(["DONE", "RUNNING"]);
		expect(await storedHistory(world, runs[0]?.id ?? "")).toEqual([]);
	}
});

test("runs that wait at a place that was deleted are ended, and others go on", async () => {
	const [kept, closed, gone] = [
		await locationWithRuns(1),
		await locationWithRuns(1),
		await locationWithRuns(1),
	];
	await world.owner.query("update locations set deleted_at = $2 where id = $1", [closed.location.id, NOW]);
	await world.owner.query("update agencies set deleted_at = $2 where id = $1", [gone.agency.id, NOW]);

	await forget();

	const states = await Promise.all(
		[kept, closed, gone].map(async ({ location }) => (await storedRuns(world, location))[0]),
	);
	expect(states.map((run) => run?.state)).toEqual(["RUNNING", "STOPPED", "STOPPED"]);
	expect(states[1]).toMatchObject({ next_at: null });
});

import { describe, expect, test } from "vitest";
import type { Step } from "#lib/core/crm/workflow-steps.ts";
import { CHAIN_RUNS_MAX } from "#lib/core/crm/workflows.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { makeAgency, makeLocation, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { makeWorkflow, start, storedHistory, storedRuns } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { queueDueRuns } from "./find-due.ts";
import { runSteps } from "./run.ts";

const world = await testWorld();

const take = (agencyId: string, runId: string, now = NOW) =>
	runSteps({ database: world.database, now, signal: new AbortController().signal }, { agencyId, runId });

const queued = async (agencyId: string) =>
	(
		await world.owner.query<{ priority: number; run_at: Date; attempts: number }>(
			`select j.priority, j.run_at, j.attempts from graphile_worker._private_jobs j
				where j.payload->>'agencyId' = $1 order by j.priority`,
			[agencyId],
		)
	).rows;

describe("a workflow that starts another many times", () => {
	const AGAIN: Step[] = Array.from({ length: 10 }, () => [
		{ kind: "remove_tag", tag: "again" } as const,
		{ kind: "add_tag", tag: "again" } as const,
	]).flat();

	test("comes to an end, and says where", async () => {
		const location = await makeLocation(world, await makeAgency(world));
		const { id: workflowId } = await makeWorkflow(world, location, { steps: AGAIN });
		await makeWorkflow(world, location, { trigger: { kind: "contact_tagged", tag: "again" } });
		const { id: contactId } = await makeContact(world, location);
		await start(world, location, contactId);
		const [first] = await storedRuns(world, location);
		if (!first) throw new Error("nothing was started");
		await world.owner.query(
			`insert into workflow_runs (agency_id, location_id, id, workflow_id, contact_id, occasion, started_by, steps,
					started_at, ended_at, state, depth, first_run_id)
				select $1, $2, gen_random_uuid(), $3, $4, n::text, 'contact_tagged', '[]', $5, $5, 'DONE', 1, $6
				from generate_series(1, $7) n`,
			[location.agencyId, location.id, workflowId, contactId, NOW, first.id, CHAIN_RUNS_MAX - 4],
		);

		await take(location.agencyId, first.id);

		expect(await storedRuns(world, location)).toHaveLength(CHAIN_RUNS_MAX);
		const tagged = (await storedHistory(world, first.id)).filter(({ kind }) => kind === "add_tag");
		expect(tagged.map(({ outcome }) => outcome)).toEqual(Array(10).fill("DONE"));
		expect(tagged.filter(({ detail }) => detail.includes("starts no more"))).toHaveLength(7);
	});

	test("is not held back by what a person has done to the contact before", async () => {
		const location = await makeLocation(world, await makeAgency(world));
		await makeWorkflow(world, location, { steps: [] });
		const { id: contactId } = await makeContact(world, location);

		for (let time = 0; time <= CHAIN_RUNS_MAX; time++) await start(world, location, contactId);

		expect(await storedRuns(world, location)).toHaveLength(CHAIN_RUNS_MAX + 1);
	});
});

describe("an agency with very many runs", () => {
	const QUIET_RUNS = 1;

	async function storm(count: number) {
		const location = await makeLocation(world, await makeAgency(world));
		const workflow = await makeWorkflow(world, location);
		const contact = await makeContact(world, location);
		await world.owner.query(
			`insert into workflow_runs (agency_id, location_id, id, workflow_id, contact_id, occasion, started_by, steps,
					started_at, next_at)
				select $1, $2, gen_random_uuid(), $3, $4, n::text, 'api', '[]', $5, $5 from generate_series(1, $6) n`,
			[location.agencyId, location.id, workflow.id, contact.id, minutesFrom(NOW, -60), count],
		);
		return location;
	}

	test("lets another's first step go before most of its own, also those that are found later", async () => {
		const loud = await storm(300);
		const quiet = await makeLocation(world, await makeAgency(world));
		await makeWorkflow(world, quiet);
		await start(world, loud, (await makeContact(world, loud)).id);
		await start(world, quiet, (await makeContact(world, quiet)).id);

		const [[late], [early]] = [await queued(loud.agencyId), await queued(quiet.agencyId)];
		await queueDueRuns({ database: world.database, now: NOW });

		expect(late?.priority).toBeGreaterThanOrEqual(300);
		expect(early?.priority).toBeLessThanOrEqual(QUIET_RUNS);
		const priorities = (await queued(loud.agencyId)).map(({ priority }) => priority);
		expect(priorities).toEqual(Array.from({ length: 301 }, (_, index) => index + 1));
		expect((await queued(quiet.agencyId)).map(({ priority }) => priority)).toEqual([1]);
	});

	test("has all of them queued in the time that a transaction has", async () => {
		const location = await storm(10_000);

		await queueDueRuns({ database: world.database, now: NOW });

		expect((await queued(location.agencyId)).length).toBeGreaterThanOrEqual(9_000);
	}, 60_000);
});

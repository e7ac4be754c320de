import { expect, test } from "vitest";
import { makeContact } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeWorkflow, start, storedRuns } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { getWorkflow } from "./get.ts";
import { getRun } from "./get-run.ts";
import { listWorkflows } from "./list.ts";
import { listAllWorkflows } from "./list-all.ts";
import { listNameableParts } from "./list-nameable.ts";
import { listRuns } from "./list-runs.ts";
import { runSteps } from "./run.ts";

const world = await testWorld();

async function scene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const workflow = await makeWorkflow(world, location, { name: "Welcome 100%" });
	const contact = await makeContact(world, location, { firstName: "Ada", tags: [] });
	await start(world, location, contact.id);
	const [run] = await storedRuns(world, location);
	return {
		agency,
		location,
		workflow,
		contact,
		runId: run?.id ?? "",
		ctx: contextFor(world, agency, { role: "VIEWER", location }),
		all: { locationId: location.id, page: 1, pageSize: 25 },
	};
}

test("workflows are listed by name, found by a part of it, with their runs", async () => {
	const { location, ctx, all, agency, runId } = await scene();
	await makeWorkflow(world, location, { name: "After a visit", status: "DRAFT", trigger: { kind: "api" } });
	const signal = new AbortController().signal;
	await runSteps({ database: world.database, now: NOW, signal }, { agencyId: agency.id, runId });

	const list = await listWorkflows(ctx, { ...all, search: null, status: null });
	const found = await listWorkflows(ctx, { ...all, search: "100%", status: "PUBLISHED" });

	expect(list).toMatchObject({
		total: 2,
		rows: [
			{ name: "After a visit", status: "DRAFT", runs: { total: 0, running: 0, failed: 0 }, lastRunAt: null },
			{
				name: "Welcome 100%",
				status: "PUBLISHED",
				runs: { total: 1, running: 0 },
				lastRunAt: NOW.toISOString(),
			},
		],
	});
	expect(found).toMatchObject({ total: 1, rows: [{ name: "Welcome 100%" }] });
	const every = await listAllWorkflows(ctx, { locationId: location.id });
	expect(every.map(({ name }) => name)).toEqual(["After a visit", "Welcome 100%"]);
	expect(every[0]).not.toHaveProperty("runs");
});

test("runs are listed by workflow, contact and state, and one tells what was done", async () => {
	const { agency, workflow, contact, runId, ctx, all } = await scene();
	const query = { ...all, workflowId: workflow.id, contactId: contact.id };

	const running = await listRuns(ctx, { ...query, state: "RUNNING" });
	const done = await listRuns(ctx, { ...query, state: "DONE" });
	const signal = new AbortController().signal;
	await runSteps({ database: world.database, now: NOW, signal }, { agencyId: agency.id, runId });

	expect(running).toMatchObject({ total: 1, rows: [{ id: runId, contact: { name: "Ada" }, stepCount: 1 }] });
	expect(done).toEqual({ total: 0, rows: [] });
	expect(await getRun(ctx, { runId })).toMatchObject({
		state: "DONE",
		steps: [{ kind: "add_tag", tag: "welcomed" }],
		history: [{ position: 0, kind: "add_tag", outcome: "DONE" }],
	});
});

test("to neighbours there are none", async () => {
	const { agency, workflow, runId, all } = await scene();
	const sibling = await makeLocation(world, agency);
	const neighbour = contextFor(world, agency, { role: "MANAGER", location: sibling });
	const stranger = contextFor(world, await makeAgency(world), { role: "OWNER" });

	for (const ctx of [neighbour, stranger]) {
		const refusals = [
			refusalOf(listWorkflows(ctx, { ...all, search: null, status: null })),
			refusalOf(listRuns(ctx, { ...all, workflowId: null, contactId: null, state: null })),
			refusalOf(getWorkflow(ctx, { workflowId: workflow.id })),
			refusalOf(getRun(ctx, { runId })),
			refusalOf(listNameableParts(ctx, { locationId: all.locationId })),
		];
		for (const refusal of await Promise.all(refusals)) expect(refusal.code).toBe("not_found");
	}
});

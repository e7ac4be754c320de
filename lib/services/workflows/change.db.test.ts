import { describe, expect, test } from "vitest";
import { WORKFLOWS_MAX } from "#lib/core/crm/workflow-parts.ts";
import { WorkflowFields } from "#lib/core/crm/workflows.ts";
import { newId } from "#lib/core/ids.ts";
import type { Permission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeLocation, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { fourCases, refusalOf, type Scene } from "#lib/testing/four-cases.ts";
import { makeWorkflow, start, storedRuns, storedWorkflow, workflowFields } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { createCustomField } from "../custom-fields/create.ts";
import { createWorkflow } from "./create.ts";
import { deleteWorkflow } from "./delete.ts";
import { editWorkflow } from "./edit.ts";
import { putIntoWorkflow } from "./put-in.ts";
import { setWorkflowStatus } from "./set-status.ts";
import { stopRun } from "./stop-run.ts";
import { takeOutOfWorkflow } from "./take-out.ts";

const world = await testWorld();

const common = {
	world,
	places: ["location"],
	permission: (): Permission => "crm.write",
	knows: (): Permission => "crm.read",
	action: null,
} as const;

const removeWorkflow = ({ agency }: Scene, { workflowId }: { workflowId: string }) =>
	deleteWorkflow(contextFor(world, agency, { role: "OWNER" }), { workflowId, stopsRuns: false });

async function ownScene() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	return { agency, location, ctx: contextFor(world, agency, { role: "OWNER" }) };
}

/** A workflow with a contact under way in it. */
async function underWay({ location }: Pick<Scene, "location">) {
	const { id: workflowId } = await makeWorkflow(world, location, { steps: [{ kind: "wait", minutes: 5 }] });
	const { id: contactId } = await makeContact(world, location);
	await start(world, location, contactId);
	const [run] = await storedRuns(world, location);
	return { workflowId, contactId, runId: run?.id ?? "" };
}

describe("creating", () => {
	fourCases({
		...common,
		arrange: async ({ location }) => ({ ...workflowFields(), locationId: location.id }),
		act: createWorkflow,
		absent: (target) => ({ ...target, locationId: newId() }),
		observe: async ({ location }) =>
			(
				await world.owner.query("select name, status, steps from workflows where location_id = $1", [
					location.id,
				])
			).rows,
		done: [{ name: "Welcome", status: "DRAFT", steps: [{ kind: "add_tag", tag: "welcomed" }] }],
	});

	test("stops at as many as a location may have, also for two at once", async () => {
		const { location, ctx, agency } = await ownScene();
		await world.owner.query(
			`insert into workflows (agency_id, location_id, id, name, trigger, steps, created_at, updated_at)
				select $1, $2, gen_random_uuid(), 'x', '{"kind":"api"}', '[]', $3, $3 from generate_series(2, $4)`,
			[agency.id, location.id, NOW, WORKFLOWS_MAX],
		);
		const create = () => createWorkflow(ctx, { ...workflowFields(), locationId: location.id });

		const came = await Promise.allSettled([create(), create()]);

		expect(came.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	test.each([
		["a form", { trigger: { kind: "form_submitted", formId: newId() } }, "trigger"],
		["a link", { trigger: { kind: "link_clicked", linkId: newId() } }, "trigger"],
		["a field", { steps: [{ kind: "update_field", field: newId(), value: "x" }] }, "steps.0"],
		[
			"an address on the internet",
			{ steps: [{ kind: "call_webhook", url: "https://10.0.0.1/" }] },
			"steps.0",
		],
	] as const)("names what the location does not have: %s", async (_, parts, field) => {
		const { location, ctx } = await ownScene();
		const fields = workflowFields(parts as Partial<ReturnType<typeof workflowFields>>);

		const refusal = await refusalOf(createWorkflow(ctx, { ...fields, locationId: location.id }));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field }] });
	});

	test.each([
		["a text that cannot be stored", { field: "city", value: "Ki\u0000el" }],
		["half a character", { field: "city", value: "Kiel \ud800" }],
		["an address that is none", { field: "email", value: "nobody" }],
		["a time zone that is none", { field: "timezone", value: "Mars" }],
	])("refuses a step whose value no contact could take: %s", async (_, part) => {
		const { location, ctx } = await ownScene();
		const fields = workflowFields({ steps: [{ kind: "update_field", ...part }] });

		const refusal = await refusalOf(createWorkflow(ctx, { ...fields, locationId: location.id }));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "steps.0" }] });
	});

	test("refuses a step whose value does not fit the custom field's type, and takes one that does", async () => {
		const { location, ctx } = await ownScene();
		const field = await createCustomField(ctx, {
			locationId: location.id,
			name: "Seats",
			dataType: "NUMERICAL",
			options: [],
		});
		const create = (value: string) =>
			createWorkflow(ctx, {
				...workflowFields({ steps: [{ kind: "update_field", field: field.id, value }] }),
				locationId: location.id,
			});

		const refusal = await refusalOf(create("many"));

		expect(refusal.fields).toMatchObject([{ field: "steps.0" }]);
		expect(await create("12")).toMatchObject({ name: "Welcome" });
		expect(await create("")).toMatchObject({ name: "Welcome" });
	});

	test.each([
		"https://hooks.example.test/\u0000",
		"https://hooks.example.test/\ud800",
		"https://hooks.example.test/\u202e",
	])("takes no address that cannot be stored or that reads as another: %j", (url) => {
		const fields = workflowFields({ steps: [{ kind: "call_webhook", url }] });

		const parsed = WorkflowFields.safeParse(fields);

		expect(parsed.error?.issues).toMatchObject([{ path: ["steps", 0, "url"] }]);
	});

	test("takes no form of a sibling location", async () => {
		const { agency, location, ctx } = await ownScene();
		const sibling = await makeLocation(world, agency);
		const formId = newId();
		await world.owner.query(
			`insert into forms (agency_id, location_id, id, name, fields, created_at, updated_at)
				values ($1, $2, $3, 'Theirs', '[]', $4, $4)`,
			[agency.id, sibling.id, formId, NOW],
		);
		const fields = workflowFields({ trigger: { kind: "form_submitted", formId } });

		const refusal = await refusalOf(createWorkflow(ctx, { ...fields, locationId: location.id }));

		expect(refusal.fields).toMatchObject([{ field: "trigger" }]);
	});
});

describe("editing", () => {
	fourCases({
		...common,
		arrange: async ({ location }) => {
			const { id: workflowId } = await makeWorkflow(world, location, { status: "DRAFT" });
			return { ...workflowFields({ name: "Changed" }), workflowId, version: 1 };
		},
		act: editWorkflow,
		absent: (target) => ({ ...target, workflowId: newId() }),
		remove: removeWorkflow,
		observe: (_, { workflowId }) => storedWorkflow(world, workflowId),
		done: { name: "Changed", version: 2 },
	});

	test("is refused when somebody else was faster", async () => {
		const { location, ctx } = await ownScene();
		const { id: workflowId } = await makeWorkflow(world, location, { status: "DRAFT" });
		const edit = (name: string) => editWorkflow(ctx, { ...workflowFields({ name }), workflowId, version: 1 });

		const came = await Promise.allSettled([edit("One"), edit("Other")]);

		expect(came.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	test("leaves a published workflow with at least one step, and runs with the steps that they began with", async () => {
		const { location, ctx } = await ownScene();
		const { workflowId } = await underWay({ location });
		const edit = (steps: ReturnType<typeof workflowFields>["steps"]) =>
			editWorkflow(ctx, { ...workflowFields({ steps }), workflowId, version: 2 });

		const refusal = await refusalOf(edit([]));
		await edit([{ kind: "add_tag", tag: "new" }]);

		expect(refusal.fields).toMatchObject([{ field: "steps" }]);
		const { rows } = await world.owner.query("select steps from workflow_runs where workflow_id = $1", [
			workflowId,
		]);
		expect(rows).toEqual([{ steps: [{ kind: "wait", minutes: 5 }] }]);
	});
});

describe("publishing", () => {
	fourCases({
		...common,
		arrange: async ({ location }) => {
			const { id: workflowId } = await makeWorkflow(world, location, { status: "DRAFT" });
			return { workflowId, status: "PUBLISHED" as const };
		},
		act: setWorkflowStatus,
		absent: (target) => ({ ...target, workflowId: newId() }),
		remove: removeWorkflow,
		observe: (_, { workflowId }) => storedWorkflow(world, workflowId),
		done: { status: "PUBLISHED" },
	});

	test("is refused for a workflow without steps", async () => {
		const { location, ctx } = await ownScene();
		const { id: workflowId } = await makeWorkflow(world, location, { status: "DRAFT", steps: [] });

		const refusal = await refusalOf(setWorkflowStatus(ctx, { workflowId, status: "PUBLISHED" }));

		expect(refusal.fields).toMatchObject([{ field: "steps" }]);
	});

	test("taken back starts nothing any more, and lets go on what is under way", async () => {
		const { location, ctx } = await ownScene();
		const { workflowId, contactId } = await underWay({ location });

		await setWorkflowStatus(ctx, { workflowId, status: "DRAFT" });
		await start(world, location, contactId);

		expect(await storedRuns(world, location)).toMatchObject([{ state: "RUNNING" }]);
	});
});

describe("deleting", () => {
	fourCases({
		...common,
		arrange: async (scene) => ({ workflowId: (await underWay(scene)).workflowId, stopsRuns: false }),
		act: deleteWorkflow,
		absent: (target) => ({ ...target, workflowId: newId() }),
		remove: removeWorkflow,
		observe: async ({ location }, { workflowId }) => [
			await storedWorkflow(world, workflowId),
			...(await storedRuns(world, location)),
		],
		done: [{ deleted_at: NOW }, { state: "RUNNING" }],
	});

	test("stops what is under way when that is asked for", async () => {
		const { location, ctx } = await ownScene();
		const { workflowId, contactId } = await underWay({ location });

		const { stopped } = await deleteWorkflow(ctx, { workflowId, stopsRuns: true });
		await start(world, location, contactId);

		expect(stopped).toBe(1);
		expect(await storedRuns(world, location)).toMatchObject([{ state: "STOPPED", next_at: null }]);
	});
});

describe("stopping a run", () => {
	fourCases({
		...common,
		arrange: async (scene) => ({ runId: (await underWay(scene)).runId }),
		act: stopRun,
		absent: () => ({ runId: newId() }),
		observe: ({ location }) => storedRuns(world, location),
		done: [{ state: "STOPPED", next_at: null }],
	});

	test("is refused when it is over", async () => {
		const { location, ctx } = await ownScene();
		const { runId } = await underWay({ location });
		await stopRun(ctx, { runId });

		expect(await refusalOf(stopRun(ctx, { runId }))).toMatchObject({ code: "conflict" });
	});
});

describe("putting a contact in", () => {
	const waiting = async ({ location }: Pick<Scene, "location">) => ({
		workflowId: (await makeWorkflow(world, location, { trigger: { kind: "api" } })).id,
		contactId: (await makeContact(world, location)).id,
	});

	fourCases({
		...common,
		arrange: waiting,
		act: (ctx: Context, target) => putIntoWorkflow(ctx, target),
		absent: (target) => ({ ...target, workflowId: newId() }),
		remove: removeWorkflow,
		observe: ({ location }) => storedRuns(world, location),
		done: [{ state: "RUNNING", position: 0, next_at: NOW }],
	});

	test("happens later when that is asked for, and once while it is under way, also for two calls at once", async () => {
		const { location, ctx } = await ownScene();
		const target = { ...(await waiting({ location })), startAt: minutesFrom(NOW, 30) };

		const came = await Promise.all([putIntoWorkflow(ctx, target), putIntoWorkflow(ctx, target)]);

		expect(came.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
		expect(await storedRuns(world, location)).toMatchObject([{ next_at: minutesFrom(NOW, 30) }]);
	});

	test("of a sibling location is refused like one who never existed", async () => {
		const { agency, location, ctx } = await ownScene();
		const sibling = await makeLocation(world, agency);
		const { workflowId } = await waiting({ location });
		const { id: contactId } = await makeContact(world, sibling);

		const refusal = await refusalOf(putIntoWorkflow(ctx, { workflowId, contactId }));

		expect(refusal).toEqual(await refusalOf(putIntoWorkflow(ctx, { workflowId, contactId: newId() })));
		expect(refusal.code).toBe("not_found");
	});

	test("into a draft is refused", async () => {
		const { location, ctx } = await ownScene();
		const { id: workflowId } = await makeWorkflow(world, location, { status: "DRAFT" });
		const { id: contactId } = await makeContact(world, location);

		const refusal = await refusalOf(putIntoWorkflow(ctx, { workflowId, contactId }));

		expect(refusal).toMatchObject({ code: "conflict", detail: expect.stringContaining("draft") });
	});
});

describe("taking a contact out", () => {
	fourCases({
		...common,
		arrange: async (scene) => {
			const { workflowId, contactId } = await underWay(scene);
			return { workflowId, contactId };
		},
		act: takeOutOfWorkflow,
		absent: (target) => ({ ...target, workflowId: newId() }),
		remove: removeWorkflow,
		observe: ({ location }) => storedRuns(world, location),
		done: [{ state: "STOPPED" }],
	});

	test("who is not in it stops nothing", async () => {
		const { location, ctx } = await ownScene();
		const { workflowId } = await underWay({ location });
		const { id: contactId } = await makeContact(world, location);

		expect(await takeOutOfWorkflow(ctx, { workflowId, contactId })).toEqual({ stopped: 0 });
		expect(await storedRuns(world, location)).toMatchObject([{ state: "RUNNING" }]);
	});
});

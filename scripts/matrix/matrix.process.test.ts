import { beforeAll, expect, test, vi } from "vitest";
import { readyServerProcess } from "#lib/testing/server-process.ts";
import { testWorld } from "#lib/testing/world.ts";
import { entrancesOf } from "./entrances.ts";
import { readManifest } from "./manifest.ts";
import { runAccountAction, runTenantAction } from "./run-actions.ts";
import { runEndpoint } from "./run-endpoints.ts";
import { runForgeries, runHostileInput } from "./run-hostile.ts";
import { runHostilePage } from "./run-hostile-pages.ts";
import { runPage } from "./run-pages.ts";
import { keepSessions, type Stage, setStage } from "./stage.ts";
import { MATRIX, OF_THE_FRAMEWORK } from "./table.ts";
import { newTally, type Tally } from "./tally.ts";

const world = await testWorld();
const manifest = readManifest();
// Thousands of calls to one server: seconds, unless the machine is busy.
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 120_000 });

/** The layout of the console carries it. */
const STEP_UP = "app/(console)/step-up/actions.ts#stepUpAction";

let stage: Stage;
beforeAll(async () => {
	// Jobs would change tables while it is watched that nothing does.
	const server = await readyServerProcess({ ROLE: "web" });
	stage = await setStage(world, server.origin);
});

/** Fails with every cell that was answered otherwise than the table says, by name. */
async function inAllCells<T>(name: string, rows: readonly T[], run: (row: T, tally: Tally) => Promise<void>) {
	const tally = newTally();
	for (const row of rows) {
		await keepSessions(stage);
		await run(row, tally);
	}
	console.log(`${name}: ${tally.summary()}`);
	expect(tally.wrong()).toEqual([]);
}

test("the table names every page and every route of the build, and no other", () => {
	const rows = [...MATRIX.forms, ...MATRIX.endpoints].map(({ route }) => route);
	const known = [...MATRIX.pages.map(({ pattern }) => pattern), ...rows, ...OF_THE_FRAMEWORK];

	expect(known.sort()).toEqual([...manifest.pages, ...manifest.routes].sort());
});

test("the table names every server action of the build, and no other", () => {
	const known = [...new Set(MATRIX.actions.map(({ name }) => name))];

	expect(known.sort()).toEqual(manifest.actions.map(({ name }) => name).sort());
});

test("what a message offers to take back is done from whichever page of the console its reader is on", async () => {
	const undo = MATRIX.actions.filter(({ name }) =>
		/#(setKeyEnabled|restoreKey|resumeLocation|setWebhookEnabled)Action$/.test(name),
	);
	const pagesOf = (name: string) => manifest.actions.find((action) => action.name === name)?.pages.sort();

	expect(undo.map(({ name }) => pagesOf(name))).toEqual(undo.map(() => pagesOf(STEP_UP)));
});

test("every action does for each caller at each place what the rights table says", () =>
	inAllCells("actions", MATRIX.actions, async (row, tally) => {
		const action = manifest.actions.find(({ name }) => name === row.name);
		if (!action) return;
		if (row.kind === "tenant") await runTenantAction({ stage, action, tally }, row);
		else await runAccountAction({ stage, action, tally }, row);
	}));

test("every page shows each caller at each place what the rights table says, and nothing of anybody else's", () =>
	inAllCells("pages", MATRIX.pages, (row, tally) => runPage({ stage, tally }, row)));

test("every endpoint of the API tells each key of what is in its reach, and people nothing", () =>
	inAllCells("endpoints", MATRIX.endpoints, (row, tally) => runEndpoint({ stage, tally }, row)));

test("a request that no page of ours sent is refused with a 4xx and changes nothing, at every entrance", () =>
	inAllCells("forgeries", entrancesOf(stage, manifest), async (open, tally) =>
		runForgeries(stage, await open(), tally),
	));

test("broken, oversized and wrongly typed calls and cookies are refused and change nothing, at every entrance", () =>
	inAllCells("hostile input", entrancesOf(stage, manifest), async (open, tally) => {
		const entrance = await open();
		if (entrance.call.body !== "") await runHostileInput(stage, entrance, tally);
	}));

test("no address and no cookie makes a page fail", () =>
	inAllCells("hostile addresses", MATRIX.pages, (row, tally) => runHostilePage({ stage, tally }, row)));

import { actionCall, ownPlace, placeOf } from "./call-action.ts";
import { outcomeOf } from "./client.ts";
import { type Expected, expectedOf, type Rule, type Via } from "./expected.ts";
import type { BuiltAction } from "./manifest.ts";
import type { AccountAction, TenantAction } from "./rows.ts";
import { changedTables, snapshot } from "./snapshot.ts";
import { anotherSession, type Caller, type Stage } from "./stage.ts";
import { isVariation } from "./table.ts";
import type { Tally } from "./tally.ts";
import { LEVELS, placeTargets, type Target, thingTargets } from "./targets.ts";

type Run = { stage: Stage; action: BuiltAction; tally: Tally };
type Cell = { caller: Caller; via: Via; expected: Expected };

/** Every caller, at every target of every level, by both ways. */
export async function runTenantAction(run: Run, row: TenantAction) {
	for (const level of LEVELS) {
		const rule = row.at[level];
		if (!rule) continue;
		const all = rule.about === "thing" ? thingTargets(run.stage, level) : placeTargets(run.stage, level);
		const targets = isVariation(row, level) ? all.filter(({ state }) => state === "living") : all;
		for (const target of targets) {
			const cells = visitors(run.stage).flatMap((caller) =>
				waysOf(caller, rule).map(
					(via): Cell => ({ caller, via, expected: expectedOf(caller, target, rule, via) }),
				),
			);
			await runRefused(
				run,
				row,
				target,
				cells.filter(({ expected }) => expected !== "done"),
			);
			await runAllowed(
				run,
				row,
				target,
				cells.filter(({ expected }) => expected === "done"),
			);
		}
	}
}

/** Whoever is nobody has no place of their own, and the view that is acted on can be named in one way only. */
const waysOf = ({ grants }: Caller, { about }: Rule): Via[] =>
	grants === null || about === "view" ? ["its own place"] : ["its own place", "the caller's place"];

/** Keys open nothing that is for people, whatever their level. */
const visitors = ({ callers }: Stage) => callers.filter(({ key }) => key === null || key.locationId === null);

const nameOf = ({ name, variant }: TenantAction | AccountAction) =>
	variant === undefined ? name : `${name} (${variant})`;
const cellOf = (row: TenantAction, target: Target) => `${nameOf(row)} on ${target.level} ${target.name}`;

async function callAs({ stage, action }: Run, { caller, via }: Cell, target: Target, input: unknown) {
	const place = via === "its own place" ? placeOf(target) : ownPlace(stage, caller);
	return stage.client.send(actionCall(stage, action, caller, [place, input]));
}

/** All at once about one subject, which stays as it is. What does not exist for somebody looks alike for all. */
async function runRefused(run: Run, row: TenantAction, target: Target, cells: Cell[]) {
	const { stage, tally } = run;
	const input = await row.input(stage, target);
	const before = await snapshot(stage.world);
	const absent = new Set<string>();
	await Promise.all(
		cells.map(async (cell) => {
			const reply = await callAs(run, cell, target, input);
			tally.note(
				`${cellOf(row, target)} as ${cell.caller.name} by ${cell.via}`,
				cell.expected,
				outcomeOf(reply),
			);
			if (cell.expected === "not_found") absent.add(reply.body);
		}),
	);
	noteChanges(tally, `${cellOf(row, target)}, refused`, changedTables(before, await snapshot(stage.world)));
	if (absent.size > (row.tellsOfNothing ? 2 : 1))
		tally.note(`${cellOf(row, target)}: answers of "not found"`, "alike", "different");
}

/** One after the other, each about a subject of their own. From elsewhere one of them is enough. */
async function runAllowed(run: Run, row: TenantAction, target: Target, allowed: Cell[]) {
	const { stage, tally } = run;
	const cells = allowed.filter(({ caller, via }) => via === "its own place" || caller === allowed[0]?.caller);
	for (const [turn, cell] of cells.entries()) {
		const input = await row.input(stage, target);
		if (turn === 0 && row.stepUp) await refuseWithoutProof(run, row, target, cell, input);
		const before = turn === 0 ? await snapshot(stage.world) : {};
		const cellName = `${cellOf(row, target)} as ${cell.caller.name} by ${cell.via}`;
		tally.note(cellName, cell.expected, outcomeOf(await callAs(run, cell, target, input)));
		const hasEffect = row.changes && (target.state === "deleted" || !row.at[target.level]?.findsDeleted);
		if (turn === 0) {
			const changed = changedTables(before, await snapshot(stage.world));
			if (!hasEffect) noteChanges(tally, cellName, changed);
			else if (row.isOfCrm) noteRecords(tally, cellName, changed);
			else if (!changed.includes("audit_events")) tally.note(cellName, "an audit event", "none");
		}
		await row.undo?.(stage, target);
	}
}

/** Whoever may, but has not just proved that it is they, is asked to. */
async function refuseWithoutProof(run: Run, row: TenantAction, target: Target, cell: Cell, input: unknown) {
	const { stage, tally } = run;
	const { caller } = cell;
	if (!caller.person) return;
	const cookie = await anotherSession(stage.world, caller.person.id);
	const before = await snapshot(stage.world);
	const reply = await callAs(run, { ...cell, caller: { ...caller, cookie } }, target, input);
	const cellName = `${cellOf(row, target)} as ${caller.name} without proof`;
	tally.note(cellName, "step_up_required", outcomeOf(reply));
	noteChanges(tally, cellName, changedTables(before, await snapshot(stage.world)));
}

function noteRecords(tally: Tally, cell: string, tables: string[]) {
	if (tables.length === 0) tally.note(cell, "a change", "none");
	if (tables.includes("audit_events")) tally.note(cell, "no audit event", "one");
}

function noteChanges(tally: Tally, cell: string, tables: string[]) {
	for (const table of tables) tally.note(cell, "no change", `a change of ${table}`);
}

/** Every caller, about themselves. Whoever may, does it on a session to throw away. */
export async function runAccountAction(run: Run, row: AccountAction) {
	for (const caller of visitors(run.stage)) {
		const { grants, person, cookie } = caller;
		const input = await row.input(run.stage, caller);
		if (grants === null || person === null) {
			await tryOwn(run, row, { caller, cookie, input, expected: "unauthenticated" });
			await row.undo?.(run.stage);
			continue;
		}
		const session = (isProved: boolean) => anotherSession(run.stage.world, person.id, { isProved });
		if (row.stepUp) {
			await tryOwn(run, row, { caller, cookie: await session(false), input, expected: "step_up_required" });
		}
		const expected = row.refusedAs ?? "done";
		await tryOwn(run, row, { caller, cookie: await session(true), input, expected });
		await row.undo?.(run.stage);
	}
}

type OwnCell = { caller: Caller; cookie: string | null; input: unknown; expected: string };

async function tryOwn({ stage, action, tally }: Run, row: AccountAction, cell: OwnCell) {
	const { caller, cookie, input, expected } = cell;
	const before = await snapshot(stage.world);
	const reply = await stage.client.send(actionCall(stage, action, { ...caller, cookie }, [input]));
	const cellName = `${nameOf(row)} as ${caller.name}, to be ${expected}`;
	tally.note(cellName, expected, outcomeOf(reply));
	const changed = changedTables(before, await snapshot(stage.world));
	if (expected !== "done") noteChanges(tally, cellName, changed);
	else if (changed.length === 0) tally.note(cellName, "a change", "none");
}

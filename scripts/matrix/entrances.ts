import { actionCall, placeOf } from "./call-action.ts";
import { outcomeOf, type Reply, type Sent } from "./client.ts";
import { expectedOf } from "./expected.ts";
import type { Manifest } from "./manifest.ts";
import type { ActionRow, FormRow } from "./rows.ts";
import { anotherSession, type Caller, FORM_TYPE, type Stage } from "./stage.ts";
import { isVariation, MATRIX } from "./table.ts";
import { LEVELS, placeTargets } from "./targets.ts";

/** A way in by which a browser changes something, with a call that somebody may make and that would change it. */
export type Entrance = {
	kind: "action" | "form";
	name: string;
	call: Sent & { headers: Record<string, string>; body: string };
	isDone: (reply: Reply) => boolean;
	/** For forms: the page that a refusal leads back to. */
	page: string | null;
	undo: () => Promise<unknown>;
};

/** How to open each entrance of the table, with a subject of its own. */
export function entrancesOf(stage: Stage, manifest: Manifest): (() => Promise<Entrance>)[] {
	const actions = MATRIX.actions.filter((row) => row.changes && !isVariation(row, levelOf(row)));
	return [
		...actions.map((row) => () => actionEntrance(stage, manifest, row)),
		...MATRIX.forms.map((row) => () => formEntrance(stage, row)),
	];
}

const levelOf = (row: ActionRow) =>
	row.kind === "tenant" ? (LEVELS.find((each) => row.at[each]) ?? null) : null;

async function formEntrance(stage: Stage, { route, page, post }: FormRow): Promise<Entrance> {
	const { cookie, body } = await post(stage);
	const headers = {
		Origin: stage.client.origin,
		"Sec-Fetch-Site": "same-origin",
		"Content-Type": FORM_TYPE,
		...(cookie !== null && { Cookie: cookie }),
	};
	const call = { method: "POST", path: route, headers, body };
	const isDone = (reply: Reply) => reply.status === 303 && (page === null || !leadsTo(reply, page));
	return { kind: "form", name: route, call, isDone, page, undo: async () => {} };
}

/** Whether an answer sends a browser to this page, whatever it is to tell there. */
export const leadsTo = ({ headers }: Reply, page: string) => headers.location?.split("?")[0] === page;

async function actionEntrance(stage: Stage, manifest: Manifest, row: ActionRow): Promise<Entrance> {
	const action = manifest.actions.find(({ name }) => name === row.name);
	const owner = stage.callers.find(({ name }) => name === "OWNER");
	if (!action || !owner) throw new Error(`${row.name} cannot be called`);
	const { caller, args, undo } = await callOf(stage, row, owner);
	const call = actionCall(stage, action, caller, args);
	const name = row.variant === undefined ? row.name : `${row.name} (${row.variant})`;
	return { kind: "action", name, call, isDone: (reply) => outcomeOf(reply) === "done", page: null, undo };
}

async function callOf(stage: Stage, row: ActionRow, owner: Caller) {
	if (row.kind === "account") {
		const input = await row.input(stage, owner);
		const cookie = await anotherSession(stage.world, owner.person?.id ?? "", { isProved: true });
		return { caller: { ...owner, cookie }, args: [input], undo: async () => row.undo?.(stage) };
	}
	const level = levelOf(row) ?? "AGENCY";
	const [own] = placeTargets(stage, level);
	const rule = row.at[level];
	if (!own || !rule) throw new Error("there is no place");
	const target = rule.findsDeleted ? { ...own, state: "deleted" as const } : own;
	const caller = stage.callers.find((each) => expectedOf(each, target, rule, "its own place") === "done");
	if (!caller) throw new Error(`nobody may do ${row.name}`);
	const args = [placeOf(target), await row.input(stage, target)];
	return { caller, args, undo: async () => row.undo?.(stage, target) };
}

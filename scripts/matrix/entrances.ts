import { actionCall, placeOf } from "./call-action.ts";
import { outcomeOf, type Reply, type Sent } from "./client.ts";
import type { Manifest } from "./manifest.ts";
import type { ActionRow } from "./rows.ts";
import { anotherSession, type Caller, FORM_TYPE, type Stage } from "./stage.ts";
import { MATRIX } from "./table.ts";
import { LEVELS, placeTargets } from "./targets.ts";

/** A way in by which a browser changes something, with a call that somebody may make and that would change it. */
export type Entrance = {
	kind: "action" | "form";
	name: string;
	call: Sent & { headers: Record<string, string>; body: string };
	isDone: (reply: Reply) => boolean;
};

/** All of the table's, each with a subject of its own. */
export async function openEntrances(stage: Stage, manifest: Manifest): Promise<Entrance[]> {
	const actions = MATRIX.actions.filter(({ changes }) => changes);
	return Promise.all([
		...actions.map((row) => actionEntrance(stage, manifest, row)),
		...MATRIX.forms.map(async ({ route, post }): Promise<Entrance> => {
			const { cookie, body } = await post(stage);
			const headers = {
				Origin: stage.client.origin,
				"Sec-Fetch-Site": "same-origin",
				"Content-Type": FORM_TYPE,
				...(cookie !== null && { Cookie: cookie }),
			};
			const call = { method: "POST", path: route, headers, body };
			return { kind: "form", name: route, call, isDone: ({ status }) => status === 303 };
		}),
	]);
}

async function actionEntrance(stage: Stage, manifest: Manifest, row: ActionRow): Promise<Entrance> {
	const action = manifest.actions.find(({ name }) => name === row.name);
	const owner = stage.callers.find(({ name }) => name === "OWNER");
	if (!action || !owner) throw new Error(`${row.name} cannot be called`);
	const { caller, args, done } = await callOf(stage, row, owner);
	const call = actionCall(stage, action, caller, args);
	return { kind: "action", name: row.name, call, isDone: (reply) => outcomeOf(reply) === done };
}

async function callOf(stage: Stage, row: ActionRow, owner: Caller) {
	if (row.kind === "account") {
		const cookie = await anotherSession(stage.world, owner.person?.id ?? "");
		return {
			caller: { ...owner, cookie },
			args: [await row.input(stage, owner)],
			done: row.refusedAs ?? "done",
		};
	}
	const level = LEVELS.find((each) => row.at[each]) ?? "AGENCY";
	const [own] = placeTargets(stage, level);
	if (!own) throw new Error("there is no place");
	const target = row.at[level]?.findsDeleted ? { ...own, state: "deleted" as const } : own;
	return { caller: owner, args: [placeOf(target), await row.input(stage, target)], done: "done" };
}

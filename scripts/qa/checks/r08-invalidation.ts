import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../../launch/child.ts";
import { create, makeScene, verify } from "../adapter.ts";
import type { Answer } from "../answers.ts";
import { bound, expect, type Findings, figure } from "../figures.ts";
import { CELLS, type Cell, HARMLESS } from "../invalidation-cells.ts";
import type { QaCheck } from "../qa-check.ts";
import type { Rig } from "../rig.ts";
import { keyAt, seedKeys } from "../seed-keys.ts";
import { until, watch } from "../watch.ts";

const ROUNDS = { short: 1, long: 10 };
const PER_SECOND = 100;
const KNOWN_WITHIN_MS = 100;
const GIVE_UP_MS = 2_000;
/** What services are made of, and no service by itself. */
const PARTS = [
	"audit/record.ts",
	"audit/record-for-person.ts",
	"keys/change-state.ts",
	"keys/apply-leaver-policy.ts",
	"people/end-membership.ts",
];

export const invalidation: QaCheck = {
	id: "R8",
	title: "every kind of change is noticed by every instance, also one made by hand",
	async run(rig, form, found) {
		expectCellForEveryService(found);
		const lags: number[] = [];
		for (let round = 0; round < ROUNDS[form]; round++) {
			for (const cell of CELLS) lags.push(...(await tryCell(rig, cell, found)));
			await expectNewKeysGood(rig, found);
		}
		figure(found, "cells", `${CELLS.length} × ${rig.instances.length}`);
		bound(found, "noticed after", lags, { max: KNOWN_WITHIN_MS });
	},
};

/** Whatever writes, audits; so whoever mentions the audit is a service that somebody has to think about here. */
function expectCellForEveryService(found: Findings) {
	const folder = join(ROOT, "lib/services");
	const writers = globSync(join(folder, "*/*.ts"))
		.filter(
			(file) =>
				!file.endsWith(".test.ts") &&
				/\b(recordAudit|changeKeyState|endMembership)\(tx/.test(readFileSync(file, "utf8")),
		)
		.map((file) => relative(folder, file).replaceAll("\\", "/"))
		.filter((file) => !PARTS.includes(file));
	const known = new Set([...CELLS.map(({ service }) => service), ...Object.keys(HARMLESS)]);
	const forgotten = writers.filter((file) => !known.has(file));
	expect(found, forgotten.length === 0, `no cell tries what ${forgotten.join(", ")} of lib/services changes`);
	const gone = [...known].filter((file) => file && !writers.includes(file));
	expect(found, gone.length === 0, `there is no writing service ${gone.join(", ")}`);
}

/** Returns for each instance when the last answer as before was sent, in milliseconds after the acknowledgement. */
async function tryCell(rig: Rig, cell: Cell, found: Findings): Promise<number[]> {
	const { question = () => ({}), read = ({ code }: Answer) => code } = cell;
	const scene = await makeScene(rig);
	const key = keyAt(await seedKeys(rig, scene.agencyId, 1, () => cell.seed?.(scene) ?? {}), 0);
	await cell.prepare?.(rig, key, scene);
	const asked = question(scene);
	const asks = rig.instances.map(
		(instance) => () => verify(instance, key, asked === null ? undefined : { by: scene, ...asked }),
	);
	const isBefore = async () => {
		const answers = await Promise.all(asks.map((ask) => ask()));
		return answers.every((answer) => read(answer) === cell.before);
	};
	if (Number.isNaN(await until(isBefore, GIVE_UP_MS))) {
		found.failures.push(`${cell.name}: not every instance said ${cell.before} before the change`);
		return [];
	}

	const watches = asks.map((ask) => watch(ask, PER_SECOND));
	const { ackAt, certainAt } = await cell.change(rig, key, scene);
	const isKnown = () => watches.every(({ answers }) => isOver(answers.at(-1)));
	const isOver = (answer: Answer | undefined) =>
		answer !== undefined && read(answer) === cell.after && answer.sentAt > ackAt;
	await until(isKnown, GIVE_UP_MS);
	const all = await Promise.all(watches.map((each) => each.stop()));

	for (const [index, answers] of all.entries()) {
		const name = `${cell.name} on ${rig.instances[index]?.name}`;
		const last = answers.toSorted((a, b) => a.sentAt - b.sentAt).at(-1);
		expect(found, isOver(last), `${name}: the last answer is ${last && read(last)}, not ${cell.after}`);
		const late = answers.some((answer) => answer.sentAt > certainAt && read(answer) !== cell.after);
		expect(found, !late || cell.isGradual === true, `${name}: answered as before although it had propagated`);
	}
	return all.map((answers) =>
		Math.max(
			Number.NEGATIVE_INFINITY,
			...answers.filter((answer) => read(answer) !== cell.after).map(({ sentAt }) => sentAt - ackAt),
		),
	);
}

async function expectNewKeysGood(rig: Rig, found: Findings) {
	const scene = await makeScene(rig);
	const { key } = await create(rig, scene);
	for (const instance of rig.instances) {
		const { code } = await verify(instance, key);
		expect(found, code === "VALID", `${instance.name} says ${code} about a key that was just made`);
	}
}

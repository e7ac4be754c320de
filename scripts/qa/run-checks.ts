import { type Shutdown, Stopping } from "../launch/shutdown.ts";
import { Refusal } from "../processes.ts";
import { readiness } from "./adapter.ts";
import { latency } from "./checks/r01-latency.ts";
import { barrier } from "./checks/r02-barrier.ts";
import { cut } from "./checks/r03-cut.ts";
import { silence } from "./checks/r04-silence.ts";
import { cutOff } from "./checks/r05-cut-off.ts";
import { frozen } from "./checks/r06-frozen.ts";
import { fillRace } from "./checks/r07-fill-race.ts";
import { invalidation } from "./checks/r08-invalidation.ts";
import { expiry } from "./checks/r09-expiry.ts";
import { causes } from "./checks/r10-causes.ts";
import { down } from "./checks/r12-down.ts";
import { sick } from "./checks/r13-sick.ts";
import { redis } from "./checks/r14-redis.ts";
import { rolling } from "./checks/r15-rolling.ts";
import { meters } from "./checks/r16-meters.ts";
import { quota } from "./checks/r17-quota.ts";
import { inactivity } from "./checks/r20-inactivity.ts";
import { webhooks } from "./checks/r21-webhooks.ts";
import { expect, type Findings, noFindings } from "./figures.ts";
import type { Form, QaCheck } from "./qa-check.ts";
import { openRig, type Rig } from "./rig.ts";
import { until } from "./watch.ts";

const CHECKS: readonly QaCheck[] = [
	latency,
	barrier,
	cut,
	silence,
	cutOff,
	frozen,
	fillRace,
	invalidation,
	expiry,
	causes,
	down,
	sick,
	redis,
	rolling,
	meters,
	quota,
	inactivity,
	webhooks,
];

/** Seconds that instances go on with what they know when they can ask nobody: the default, or shorter to wait less. */
const GRACE_SECONDS: Record<Form, number> = { short: 3, long: 30 };

const SETTLE_MS = 15_000;

export type QaResult = {
	id: string;
	title: string;
	seconds: number;
	figures: Record<string, string>;
	failures: string[];
	skipped: string[];
};

/** Runs the named checks, or all, one after the other on one rig, and prints a line for each. */
export async function runChecks(
	shutdown: Shutdown,
	names: readonly string[],
	form: Form,
): Promise<QaResult[]> {
	const unknown = names.filter((name) => CHECKS.every(({ id }) => id !== name));
	if (unknown.length > 0) {
		throw new Refusal(
			`There is no ${unknown.join(", ")}. There are ${CHECKS.map(({ id }) => id).join(", ")}.`,
		);
	}
	const rig = await openRig(shutdown, GRACE_SECONDS[form]);
	if (!(await settle(rig)))
		throw new Refusal(`The instances do not become ready. Their logs are in ${rig.workDir}.`);
	const results: QaResult[] = [];
	for (const check of CHECKS.filter(({ id }) => names.length === 0 || names.includes(id))) {
		const result = await runOne(rig, check, form);
		// What was interrupted has neither passed nor failed.
		if (shutdown.isOrdered) throw new Stopping();
		results.push(result);
		console.log(lineOf(result));
	}
	return results;
}

async function runOne(rig: Rig, { id, title, run }: QaCheck, form: Form): Promise<QaResult> {
	const found = noFindings();
	const since = performance.now();
	await run(rig, form, found).catch((error: unknown) => {
		found.failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
	});
	await putInOrder(rig, found);
	const { figures, failures, skipped } = found;
	const seconds = Number(((performance.now() - since) / 1000).toFixed(1));
	return { id, title, seconds, figures: Object.fromEntries(figures), failures, skipped };
}

/** The rig as the next check expects it. Checks start again what they end, so whatever has ended has failed this one. */
async function putInOrder(rig: Rig, found: Findings): Promise<void> {
	for (const instance of rig.instances) {
		expect(found, instance.isRunning, `${instance.name} has ended by itself`);
		instance.proxy.set({ kind: "pass" });
		if (!instance.isRunning) await instance.start();
		else if (instance.isSpecial) await instance.restart();
	}
	expect(found, await settle(rig), "the instances did not become ready again");
}

/** Waits until every instance hears of changes. */
async function settle({ instances }: Rig): Promise<boolean> {
	const areReady = async () => {
		const states = await Promise.all(instances.map(readiness));
		return states.every((state) => state === "ready");
	};
	return (await until(areReady, SETTLE_MS)) <= SETTLE_MS;
}

/** A check of which nothing could be tried here has neither passed nor failed. */
export const isTried = ({ figures, failures }: QaResult) =>
	Object.keys(figures).length > 0 || failures.length > 0;

function lineOf(result: QaResult): string {
	const { id, title, seconds, figures, failures, skipped } = result;
	const facts = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
	const sign = !isTried(result) ? "–" : failures.length === 0 ? "✓" : "✗";
	return [
		`${sign} ${id} ${title} (${seconds} s)`,
		...(facts.length > 0 ? [`    ${facts.join(" · ")}`] : []),
		...skipped.map((sentence) => `    skipped: ${id}, ${sentence}`),
		...failures.map((sentence) => `    ✗ ${sentence}`),
	].join("\n");
}

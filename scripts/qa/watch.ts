import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "./answers.ts";

export type Watch = {
	/** In the order of arrival. */
	answers: Answer[];
	/** Asks no more, and waits for the answers that are still to come. */
	stop: () => Promise<Answer[]>;
};

const TICK_MS = 1;

/** Asks `perSecond` times a second, whether or not the answers before have come: a slow answer hides no later one. */
export function watch(ask: (index: number) => Promise<Answer>, perSecond: number): Watch {
	const answers: Answer[] = [];
	const open = new Set<Promise<void>>();
	const since = performance.now();
	let sent = 0;
	const send = () => {
		const due = Math.floor(((performance.now() - since) / 1000) * perSecond) + 1;
		for (; sent < due; sent++) {
			const asked: Promise<void> = ask(sent).then((answer) => {
				answers.push(answer);
				open.delete(asked);
			});
			open.add(asked);
		}
	};
	send();
	const timer = setInterval(send, Math.max(TICK_MS, 500 / perSecond));
	return {
		answers,
		stop: async () => {
			clearInterval(timer);
			await Promise.all(open);
			return answers;
		},
	};
}

/** Waits until `holds` says yes, and returns how long that took; NaN when it did not within `withinMs`. */
export async function until(holds: () => Promise<boolean> | boolean, withinMs: number): Promise<number> {
	const since = performance.now();
	for (;;) {
		if (await holds()) return performance.now() - since;
		if (performance.now() - since > withinMs) return Number.NaN;
		await delay(5);
	}
}

/** Runs `work` for every item, so many at a time. */
export async function inLanes<T>(
	items: readonly T[],
	lanes: number,
	work: (item: T, index: number) => Promise<unknown>,
): Promise<void> {
	const queue = items.entries();
	const lane = async () => {
		for (const [index, item] of queue) await work(item, index);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

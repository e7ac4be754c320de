"use client";

import { useEffect, useRef, useState } from "react";
import { callAction } from "#components/actions/use-action.ts";
import { BULK_MAX, type BulkResult, resultOfRetry } from "#lib/core/keys/bulk-change.ts";
import type { PropagationNews } from "#lib/core/keys/propagation.ts";
import { changeManyKeysAction, type KeyPlace } from "../actions.ts";
import type { BulkStep } from "./bulk-steps.ts";

export type BulkRun = {
	steps: readonly BulkStep[];
	/** Whether it takes an earlier run back. */
	isUndo: boolean;
	state: "running" | "stopped" | "paused" | "finished";
	done: number;
	unchanged: number;
	refused: number;
	/** Why it paused. */
	problem: string | null;
	/** The batch under way may have been made: the server was sent it and nobody heard what came of it. */
	isDoubtful: boolean;
	/** The last that was heard of processes that may go by the old state. */
	news: PropagationNews;
};

const BEGINNING = {
	state: "running",
	done: 0,
	unchanged: 0,
	refused: 0,
	problem: null,
	isDoubtful: false,
	news: { propagated: true },
} as const;

/** Refusals that are about these keys; after any other the same call may well be made again. */
const ABOUT_KEYS = ["forbidden", "not_found"];

/** Changes many keys, batch after batch. What came of each is collected while it runs. */
export function useBulkRun(place: KeyPlace) {
	const [run, setRun] = useState<BulkRun | null>(null);
	const results = useRef<BulkResult[]>([]);
	const isStopping = useRef(false);

	useEffect(
		() => () => {
			isStopping.current = true;
		},
		[],
	);

	async function goOn(from: BulkRun) {
		isStopping.current = false;
		let present: BulkRun = { ...from, state: "running", problem: null };
		const show = (change: Partial<BulkRun>) => {
			present = { ...present, ...change };
			setRun(present);
		};
		show({});
		while (results.current.length < from.steps.length) {
			if (isStopping.current) return show({ state: "stopped" });
			const batch = batchOf(from.steps.slice(results.current.length));
			const sent = await sendBatch(place, batch);
			if (sent.news && !sent.news.propagated) show({ news: sent.news });
			const settled = sent.results.map((result, at) => {
				const step = batch[at];
				return step && present.isDoubtful ? resultOfRetry(result, step.key.title, step.change.kind) : result;
			});
			results.current.push(...settled);
			show(tallyOf(results.current));
			if (sent.results.length < batch.length) {
				return show({ state: "paused", problem: sent.problem, isDoubtful: sent.isDoubtful });
			}
			show({ isDoubtful: false });
		}
		show({ state: "finished" });
	}

	function start(steps: readonly BulkStep[], isUndo = false) {
		results.current = [];
		return goOn({ ...BEGINNING, steps, isUndo });
	}

	return {
		run,
		/** By key, in the order of the steps. */
		results: () => results.current,
		start,
		goOn,
		stop: () => {
			isStopping.current = true;
		},
	};
}

/** The first keys that are changed alike. */
function batchOf(steps: readonly BulkStep[]) {
	const end = steps.findIndex(({ change }) => change !== steps[0]?.change);
	return steps.slice(0, Math.min(BULK_MAX, end === -1 ? BULK_MAX : end));
}

type Sent = {
	/** Of the keys that were tried; the rest is to be sent once more. */
	results: readonly BulkResult[];
	problem: string | null;
	isDoubtful: boolean;
	news: PropagationNews | null;
};

async function sendBatch(place: KeyPlace, batch: readonly BulkStep[]): Promise<Sent> {
	const keyIds = batch.map(({ key }) => key.id);
	const answer = await callAction((input) => changeManyKeysAction(place, input), {
		keyIds,
		change: batch[0]?.change,
	});
	if (answer.status === "done") {
		const { results, stopped, news } = answer.data;
		return { results, problem: stopped, isDoubtful: stopped !== null, news };
	}
	if (answer.status !== "refused") return { results: [], problem: null, isDoubtful: false, news: null };
	const { code, message } = answer;
	if (!ABOUT_KEYS.includes(code)) {
		return { results: [], problem: message, isDoubtful: code === "unavailable", news: null };
	}
	const results = keyIds.map((keyId) => ({ keyId, outcome: "refused" as const, code, why: message }));
	return { results, problem: null, isDoubtful: false, news: null };
}

function tallyOf(results: readonly BulkResult[]) {
	const count = (outcome: BulkResult["outcome"]) => results.filter((one) => one.outcome === outcome).length;
	return { done: count("done"), unchanged: count("unchanged"), refused: count("refused") };
}

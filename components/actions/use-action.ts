"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { pageLanguage, sayHere } from "#components/texts/say-here.ts";
import type { FormState } from "#lib/core/form-state.ts";
import { calls as de } from "#lib/core/texts/de/calls.ts";
import { calls as en } from "#lib/core/texts/en/calls.ts";
import { refusalIn } from "#lib/core/texts/refusal-in.ts";
import { tellConnection } from "./connection.ts";
import { useStepUp } from "./step-up.tsx";

export type Refusal = Extract<FormState<unknown>, { status: "refused" }>;
export type Done<T> = Extract<FormState<T>, { status: "done" }>;

/** A server action, with the place that it acts on bound to it. */
export type Action<T> = (input: unknown) => Promise<FormState<T>>;

/**
 * Calls an action, one call at a time: a second press while the first is under way does nothing. What the server
 * refuses is kept for the form to show; a call that gets no answer is told like a refusal. When the server wants to know
 * that it is you, you are asked, and the call is made once more.
 */
export function useAction<T>(action: Action<T>) {
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	const underWay = useRef(false);
	const askWhoItIs = useStepUp();

	async function call(input: unknown): Promise<FormState<T>> {
		const answer = await callAction(action, input);
		const asksStepUp = answer.status === "refused" && answer.code === "step_up_required";
		if (!asksStepUp || !(await askWhoItIs(answer.message))) return answer;
		return callAction(action, input);
	}

	function run(input: unknown, onDone?: (done: Done<T>) => void, onRefused?: (refusal: Refusal) => void) {
		if (underWay.current) return;
		underWay.current = true;
		startTransition(async () => {
			const answer = await call(input);
			underWay.current = false;
			startTransition(() => {
				if (answer.status === "refused") {
					setRefusal(answer);
					onRefused?.(answer);
				} else if (answer.status === "done") {
					setRefusal(null);
					onDone?.(answer);
				}
			});
		});
	}

	return { run, pending, refusal, refuse: setRefusal };
}

/**
 * Calls an action and turns a call that failed on its way into a refusal that says what to do. Whatever is refused is said
 * in the language of the page.
 */
export async function callAction<T>(action: Action<T>, input: unknown): Promise<FormState<T>> {
	// When the network goes while a call is under way, nobody knows whether it arrived.
	const wasOffline = !navigator.onLine;
	try {
		const answer = await action(input);
		tellConnection("reached");
		return answer.status === "refused" ? await saidHere(answer) : answer;
	} catch (error) {
		if (unstable_isUnrecognizedActionError(error)) {
			tellConnection("outdated");
			return refuse("outdated");
		}
		// `fetch` throws a TypeError when there is no answer at all; an answer that is no action's came from the gate.
		if (!(error instanceof TypeError)) return refuse("strangeAnswer");
		tellConnection("unreached");
		return refuse(wasOffline ? "offline" : "noAnswer");
	}
}

/** A refusal that was made in English, in the language of the page. */
const saidHere = async (refusal: Refusal): Promise<Refusal> => refusalIn(await sayHere(), refusal);

const refuse = (why: keyof typeof en): Refusal => ({
	status: "refused",
	code: "unavailable",
	message: CALLS[pageLanguage()][why],
	fields: [],
});

const CALLS = { en, de };

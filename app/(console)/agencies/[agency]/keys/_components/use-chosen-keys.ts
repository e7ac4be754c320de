"use client";

import { useEffect, useRef, useState } from "react";
import { callAction } from "#components/actions/use-action.ts";
import type { SelectionUse } from "#lib/services/keys/select.ts";
import { describeSelectionAction, type KeyPlace, listSelectionAction } from "../actions.ts";
import type { ChosenKey } from "./bulk-steps.ts";

/** Which keys a list shows, in the words that the server reads. */
export type ListedKeys = { level: "AGENCY" | "LOCATION"; locationId: string | null; search: string };

/** The keys that were chosen one by one, or all that the list has but those excepted. */
export type Meant = { chosen: readonly ChosenKey[] } | { exceptIds: readonly string[] };

type Looked = { keys: readonly ChosenKey[]; use: SelectionUse } | { failure: string };

/** Looks up which keys are meant, so that what is confirmed is what is changed, and how they are used. */
export function useChosenKeys(place: KeyPlace, listed: ListedKeys, meant: Meant) {
	const chosen = "chosen" in meant ? meant.chosen : null;
	const [keys, setKeys] = useState(chosen);
	const [use, setUse] = useState<SelectionUse | null>(null);
	const [failure, setFailure] = useState<string | null>(null);
	const [tries, setTries] = useState(0);
	const first = useRef({ place, listed, meant });

	// biome-ignore lint/correctness/useExhaustiveDependencies: once, and when somebody tries again
	useEffect(() => {
		let isOver = false;
		const { place, listed, meant } = first.current;
		lookUp(place, listed, meant, () => isOver).then((looked) => {
			if (isOver || !looked) return;
			if ("failure" in looked) return setFailure(looked.failure);
			setKeys(looked.keys);
			setUse(looked.use);
		});
		return () => {
			isOver = true;
		};
	}, [tries]);

	function lookAgain() {
		setFailure(null);
		setTries(tries + 1);
	}

	return { keys, use, failure, lookAgain };
}

/** Null when nobody waits for it any more. */
async function lookUp(
	place: KeyPlace,
	listed: ListedKeys,
	meant: Meant,
	isOver: () => boolean,
): Promise<Looked | null> {
	const chosen = "chosen" in meant ? meant.chosen : null;
	const asked = {
		...listed,
		keyIds: chosen?.map(({ id }) => id) ?? null,
		exceptIds: "exceptIds" in meant ? meant.exceptIds : [],
	};
	const told = await callAction((input) => describeSelectionAction(place, input), asked);
	if (told.status === "refused") return { failure: told.message };
	if (told.status !== "done") return null;
	if (chosen) return { keys: chosen, use: told.data };
	const keys: ChosenKey[] = [];
	let after: string | null = null;
	do {
		const page: Awaited<ReturnType<typeof listSelectionAction>> = await callAction(
			(input) => listSelectionAction(place, input),
			{ ...asked, after },
		);
		if (page.status === "refused") return { failure: page.message };
		if (isOver() || page.status !== "done") return null;
		keys.push(...page.data.keys);
		after = page.data.next;
	} while (after !== null);
	return { keys, use: told.data };
}

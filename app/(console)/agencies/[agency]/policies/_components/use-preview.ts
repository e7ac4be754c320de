"use client";

import { useEffect, useState } from "react";
import { callAction } from "#components/actions/use-action.ts";
import type { PolicyEffects } from "#lib/services/policies/read.ts";
import { type PolicyPlace, previewPolicyAction } from "../actions.ts";
import { type PolicyDraft, policyInput } from "./policy-draft.ts";

const PAUSE_MS = 500;

/** What the draft would find among the keys of today, a moment after the typing stops. Keeps to what it knew while it cannot know. */
export function usePreview(place: PolicyPlace, draft: PolicyDraft, known: PolicyEffects) {
	const input = JSON.stringify(policyInput(draft));
	const [shown, setShown] = useState({ input, effects: known });
	const isShown = shown.input === input;
	const { agency } = place;

	useEffect(() => {
		if (isShown) return;
		let isWanted = true;
		const timer = setTimeout(async () => {
			const answer = await callAction(
				(policy: unknown) => previewPolicyAction({ agency }, policy),
				JSON.parse(input),
			);
			if (isWanted && answer.status === "done") setShown({ input, effects: answer.data });
		}, PAUSE_MS);
		return () => {
			isWanted = false;
			clearTimeout(timer);
		};
	}, [agency, input, isShown]);

	return shown.effects;
}

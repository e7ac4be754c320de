"use client";

import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { endFirstStepsAction } from "../actions.ts";
import { OVERVIEW_HEADING_ID } from "./overview-heading.ts";

type EndFirstStepsProps = {
	place: { agency: string };
	/** From the server: no other client component of the overview says anything. */
	words: { end: string; ended: string };
};

/** Puts the first steps away for good. The button goes with them, so the heading gets the focus. */
export function EndFirstSteps({ place, words }: EndFirstStepsProps) {
	const { tellDone, tellFailure } = useToasts();
	const { run, pending } = useAction((input) => endFirstStepsAction(place, input));

	const end = () =>
		run(
			{},
			() => {
				document.getElementById(OVERVIEW_HEADING_ID)?.focus();
				tellDone(words.ended);
			},
			({ message }) => tellFailure(message),
		);

	return (
		<Button look="quiet" size="small" pending={pending} onClick={end}>
			{words.end}
		</Button>
	);
}

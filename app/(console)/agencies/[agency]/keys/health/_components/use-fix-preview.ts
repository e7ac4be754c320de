"use client";

import { useEffect, useState } from "react";
import { callAction } from "#components/actions/use-action.ts";
import type { FixPreviewForm } from "#lib/core/keys/fix.ts";
import type { FixPreview } from "#lib/services/keys/preview-fix.ts";
import type { KeyPlace } from "../../actions.ts";
import { previewFixAction } from "../actions.ts";

type Asked = Omit<FixPreviewForm, "change"> & { change: unknown };
type Looked = { preview: FixPreview } | { problem: string };

/** Looks at what a change would do, and again when something else is asked for; only the last answer counts. */
export function useFixPreview(place: KeyPlace, asked: Asked) {
	const [tries, setTries] = useState(0);
	const name = JSON.stringify([asked, tries]);
	const [looked, setLooked] = useState<{ name: string; looked: Looked } | null>(null);

	// biome-ignore lint/correctness/useExhaustiveDependencies: `name` says all that is asked for
	useEffect(() => {
		let isOver = false;
		callAction((input) => previewFixAction(place, input), asked).then((answer) => {
			if (isOver) return;
			if (answer.status === "done") setLooked({ name, looked: { preview: answer.data } });
			if (answer.status === "refused") setLooked({ name, looked: { problem: answer.message } });
		});
		return () => {
			isOver = true;
		};
	}, [name]);

	const present = looked?.name === name ? looked.looked : null;
	return {
		/** Null while it is looked up. */
		preview: present && "preview" in present ? present.preview : null,
		problem: present && "problem" in present ? present.problem : null,
		lookAgain: () => setTries(tries + 1),
	};
}

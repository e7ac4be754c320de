"use client";

import { useEffect, useState } from "react";
import { callAction } from "#components/actions/use-action.ts";
import { describeDependentsAction } from "../actions.ts";

export type Dependents = { keys: number; people: number; requestsLastDay: number };

/** Looks up, when the dialog opens, what depends on a location. */
export function useDependents(agency: string, locationId: string) {
	const [dependents, setDependents] = useState<Dependents | null>(null);
	const [failure, setFailure] = useState<string | null>(null);

	useEffect(() => {
		let isOver = false;
		callAction((input) => describeDependentsAction({ agency }, input), { locationId }).then((answer) => {
			if (isOver) return;
			if (answer.status === "done") setDependents(answer.data);
			if (answer.status === "refused") setFailure(answer.message);
		});
		return () => {
			isOver = true;
		};
	}, [agency, locationId]);

	return { dependents, failure };
}

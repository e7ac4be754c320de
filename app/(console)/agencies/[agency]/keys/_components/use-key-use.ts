"use client";

import { useEffect, useState } from "react";
import { callAction } from "#components/actions/use-action.ts";
import { describeKeyUseAction, type KeyPlace } from "../actions.ts";

export type KeyUse = {
	title: string;
	/** The trash would give it back. */
	isRestorable: boolean;
	/** The address is null when it could not be told. */
	lastUse: { at: string; address: string | null } | null;
	requestsLastDay: number;
	addressesLastDay: number;
	mustTypeTitle: boolean;
};

/** Looks up, when the dialog opens, what depends on a key. */
export function useKeyUse(place: KeyPlace, keyId: string) {
	const [keyUse, setKeyUse] = useState<KeyUse | null>(null);
	const [failure, setFailure] = useState<string | null>(null);
	const { agency, location } = place;

	useEffect(() => {
		let isOver = false;
		const place = { agency, ...(location && { location }) };
		callAction((input) => describeKeyUseAction(place, input), { keyId }).then((answer) => {
			if (isOver) return;
			if (answer.status === "done") setKeyUse(answer.data);
			if (answer.status === "refused") setFailure(answer.message);
		});
		return () => {
			isOver = true;
		};
	}, [agency, location, keyId]);

	return { keyUse, failure };
}

"use client";

import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import { type KeyPlace, keepKeyAliveAction } from "../actions.ts";

/** Makes a key count as used now, and says so. */
export function useKeepAlive(place: KeyPlace) {
	const { tellDone, tellFailure } = useToasts();
	const keep = useAction((input) => keepKeyAliveAction(place, input));
	const keepAlive = (keyId: string) =>
		keep.run(
			{ keyId },
			(done) => tellDone(done.message),
			(refusal) => tellFailure(refusal.message),
		);
	return { keepAlive, pending: keep.pending };
}

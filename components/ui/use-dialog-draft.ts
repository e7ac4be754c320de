"use client";

import { createContext, type RefObject, useContext, useEffect, useState } from "react";

/** Where the dialog around reads whether its form was changed. */
export const DialogDraftContext = createContext<RefObject<boolean> | null>(null);

/**
 * Tells the dialog around what its form holds, so that it asks before it throws away what was chosen as well as what was
 * typed. The draft is data as JSON has it, and counts as unchanged when it is what it was in the beginning.
 */
export function useDialogDraft(draft: unknown) {
	const isChanged = useContext(DialogDraftContext);
	const present = JSON.stringify(draft);
	const [first] = useState(present);

	useEffect(() => {
		if (!isChanged) return;
		isChanged.current = present !== first;
		return () => {
			isChanged.current = false;
		};
	}, [isChanged, present, first]);
}

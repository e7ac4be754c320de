"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { restoreKeyAction, setKeyEnabledAction } from "../agencies/[agency]/keys/actions.ts";
import type { resumeLocationAction } from "../agencies/[agency]/locations/actions.ts";
import type { setWebhookEnabledAction } from "../agencies/[agency]/webhooks/actions.ts";

/** What a message offers to take back is taken back from whichever page its reader is on by then. */
export type UndoActions = {
	setKeyEnabledAction: typeof setKeyEnabledAction;
	restoreKeyAction: typeof restoreKeyAction;
	resumeLocationAction: typeof resumeLocationAction;
	setWebhookEnabledAction: typeof setWebhookEnabledAction;
};

const UndoActionsContext = createContext<UndoActions | null>(null);

export function useUndoActions() {
	const actions = useContext(UndoActionsContext);
	if (!actions) throw new Error("undo actions are used outside of their provider");
	return actions;
}

/** Carried by the layout, so that every page of the console can call them. */
export const UndoActionsProvider = ({ actions, children }: { actions: UndoActions; children: ReactNode }) => (
	<UndoActionsContext value={actions}>{children}</UndoActionsContext>
);

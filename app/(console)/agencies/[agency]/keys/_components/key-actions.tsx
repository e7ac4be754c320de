"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { KeyLevel, KeySummary } from "#lib/core/keys/key.ts";
import { type BindingPolicy, noRoomText } from "#lib/core/policies.ts";
import { useUndoActions } from "../../../../_components/undo-actions.tsx";
import type { KeyPlace } from "../actions.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { DeleteKeyDialog } from "./delete-key-dialog.tsx";
import { EditKeyDialog } from "./edit-key-dialog.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { RotateKeyDialog } from "./rotate-key-dialog.tsx";
import { useChangeToast } from "./use-change-toast.ts";
import { useKeepAlive } from "./use-keep-alive.ts";

/** Where keys are managed: what new ones will be, and which locations they may act on. */
export type KeysSite = {
	place: KeyPlace;
	level: KeyLevel;
	/** The location of the Location View; null in the Agency View. */
	locationId: string | null;
	locations: readonly { id: string; name: string }[];
	policy: BindingPolicy;
	/** On a key's own page: where to go when the key is deleted. */
	listHref?: string;
};

type DialogRequest =
	| { kind: "create" }
	| { kind: "edit" | "revoke" | "delete"; apiKey: KeySummary }
	| { kind: "rotate"; apiKey: KeySummary; opener?: HTMLElement };

export type KeyDialogProps<Extra = { apiKey: KeySummary }> = Extra & {
	site: KeysSite;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

type KeyActions = {
	place: KeyPlace;
	openDialog: (request: DialogRequest) => void;
	switchKey: (apiKey: KeySummary, enabled: boolean) => void;
	restoreKey: (keyId: string) => void;
	keepAlive: (keyId: string) => void;
	/** Why there is no room for another key; null when there is. */
	noRoom: string | null;
};

const KeyActionsContext = createContext<KeyActions | null>(null);

export function useActions() {
	const actions = useContext(KeyActionsContext);
	if (!actions) throw new Error("key actions are used outside of their provider");
	return actions;
}

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function KeyActionsProvider({ site, children }: { site: KeysSite; children: ReactNode }) {
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);

	const actions: KeyActions = {
		place: site.place,
		openDialog(next) {
			setRequest(next);
			setOpen(true);
		},
		...useQuickActions(site.place),
		keepAlive: useKeepAlive(site.place).keepAlive,
		noRoom: noRoomText(site.policy, site.level, site.locationId),
	};
	const props = { site, open, onClose: () => setOpen(false), onClosed: () => setRequest(null) };
	return (
		<KeyActionsContext value={actions}>
			{children}
			{request?.kind === "create" && <CreateKeyDialog {...props} />}
			{request?.kind === "edit" && <EditKeyDialog {...props} apiKey={request.apiKey} />}
			{request?.kind === "rotate" && <RotateKeyDialog {...props} {...request} />}
			{request?.kind === "revoke" && <RevokeKeyDialog {...props} apiKey={request.apiKey} />}
			{request?.kind === "delete" && <DeleteKeyDialog {...props} apiKey={request.apiKey} />}
		</KeyActionsContext>
	);
}

/** What happens without asking, since it can be taken back from the message that tells of it. */
function useQuickActions(place: KeyPlace) {
	const { tellFailure } = useToasts();
	const tellChange = useChangeToast();
	const { setKeyEnabledAction, restoreKeyAction } = useUndoActions();
	const enable = useAction((input) => setKeyEnabledAction(place, input));
	const restore = useAction((input) => restoreKeyAction(place, input));

	function switchKey(apiKey: KeySummary, enabled: boolean) {
		enable.run(
			{ keyId: apiKey.id, enabled },
			(done) =>
				tellChange(enabled ? "begins" : "ends", done, {
					label: "Undo",
					onClick: () => switchKey(apiKey, !enabled),
				}),
			(refusal) => tellFailure(refusal.message),
		);
	}

	function restoreKey(keyId: string) {
		restore.run(
			{ keyId },
			(done) => tellChange("begins", done),
			(refusal) => tellFailure(refusal.message),
		);
	}

	return { switchKey, restoreKey };
}

"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { KeyLevel, KeySummary } from "#lib/core/keys/key.ts";
import type { BindingPolicy } from "#lib/core/policies.ts";
import { useUndoActions } from "../../../../_components/undo-actions.tsx";
import type { KeyPlace } from "../actions.ts";
import { useChangeToast } from "./use-change-toast.ts";
import { useKeepAlive } from "./use-keep-alive.ts";
import { useNoRoom } from "./use-no-room.ts";

const CreateKeyDialog = dynamic(
	() => import("./create-key-dialog.tsx").then((module) => module.CreateKeyDialog),
	{ ssr: false },
);
const EditKeyDialog = dynamic(() => import("./edit-key-dialog.tsx").then((module) => module.EditKeyDialog), {
	ssr: false,
});
const RotateKeyDialog = dynamic(
	() => import("./rotate-key-dialog.tsx").then((module) => module.RotateKeyDialog),
	{ ssr: false },
);
const RevokeKeyDialog = dynamic(
	() => import("./revoke-key-dialog.tsx").then((module) => module.RevokeKeyDialog),
	{ ssr: false },
);
const DeleteKeyDialog = dynamic(
	() => import("./delete-key-dialog.tsx").then((module) => module.DeleteKeyDialog),
	{ ssr: false },
);

/** Where keys are managed: what new ones will be, and which locations they may act on. */
export type KeysSite = {
	place: KeyPlace;
	level: KeyLevel;
	/** The location of the Location View; null in the Agency View. */
	locationId: string | null;
	locations: readonly { id: string; name: string }[];
	policy: BindingPolicy;
	/** Labels that keys here have, to be offered. */
	labels?: readonly string[];
	/** On a key's own page: where to go when the key is deleted. */
	listHref?: string;
};

type DialogRequest =
	| { kind: "create" }
	| { kind: "edit" | "revoke" | "delete"; apiKey: KeySummary }
	| { kind: "rotate"; apiKey: KeySummary; opener?: HTMLElement };

export type KeyDialogProps<Extra = { apiKey: KeySummary }> = Extra & DialogState & { site: KeysSite };

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
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();

	const actions: KeyActions = {
		place: site.place,
		openDialog,
		...useQuickActions(site.place),
		keepAlive: useKeepAlive(site.place).keepAlive,
		noRoom: useNoRoom(site.policy, site.level, site.locationId),
	};
	const props = { site, ...state };
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
	const t = useTranslations("ui");
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
					label: t("undo"),
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

"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { useUndoActions } from "../../../../_components/undo-actions.tsx";
import { sendTestAction } from "../actions.ts";
import { DeleteWebhookDialog } from "./delete-webhook-dialog.tsx";
import { WebhookDialog } from "./webhook-dialog.tsx";

type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; webhook: WebhookSummary };

export type WebhookDialogProps<Extra = { webhook: WebhookSummary }> = Extra & {
	agency: string;
	open: boolean;
	onClose: () => void;
	/** After the closing animation: the dialog and all it holds may go. */
	onClosed: () => void;
};

type WebhookActions = {
	openDialog: (request: DialogRequest) => void;
	sendTest: (webhook: Pick<WebhookSummary, "id">) => void;
	setEnabled: (webhook: Pick<WebhookSummary, "id">, enabled: boolean) => void;
};

const WebhookActionsContext = createContext<WebhookActions | null>(null);

export function useWebhookActions() {
	const actions = useContext(WebhookActionsContext);
	if (!actions) throw new Error("webhook actions are used outside of their provider");
	return actions;
}

export const webhooksHref = (agency: string) => `/agencies/${agency}/webhooks`;

/** Keeps the dialogs outside of the table, so that they outlive the rows that opened them. */
export function WebhookActionsProvider({ agency, children }: { agency: string; children: ReactNode }) {
	const [request, setRequest] = useState<DialogRequest | null>(null);
	const [open, setOpen] = useState(false);
	const actions: WebhookActions = {
		openDialog(next) {
			setRequest(next);
			setOpen(true);
		},
		sendTest: useSendTest(agency),
		setEnabled: useSetEnabled(agency),
	};
	const props = { agency, open, onClose: () => setOpen(false), onClosed: () => setRequest(null) };
	return (
		<WebhookActionsContext value={actions}>
			{children}
			{request?.kind === "create" && <WebhookDialog {...props} webhook={null} />}
			{request?.kind === "edit" && <WebhookDialog {...props} webhook={request.webhook} />}
			{request?.kind === "delete" && <DeleteWebhookDialog {...props} webhook={request.webhook} />}
		</WebhookActionsContext>
	);
}

function useSendTest(agency: string): WebhookActions["sendTest"] {
	const { tellDone, tellFailure } = useToasts();
	const { run } = useAction((input) => sendTestAction({ agency }, input));
	const router = useRouter();
	const pathname = usePathname();

	return ({ id }) => {
		const log = `${webhooksHref(agency)}/${id}`;
		const showLog = { label: "Show log", onClick: () => router.push(log) };
		run(
			{ endpointId: id },
			(done) =>
				tellDone(done.message, {
					text: "What comes of it is in the log.",
					...(pathname !== log && { undo: showLog }),
				}),
			(refusal) => tellFailure(refusal.message),
		);
	};
}

function useSetEnabled(agency: string): WebhookActions["setEnabled"] {
	const { tellDone, tellFailure } = useToasts();
	const { setWebhookEnabledAction } = useUndoActions();
	const { run } = useAction((input) => setWebhookEnabledAction({ agency }, input));

	const setEnabled: WebhookActions["setEnabled"] = ({ id }, enabled) =>
		run(
			{ endpointId: id, enabled },
			(done) =>
				enabled
					? tellDone(done.message)
					: tellDone(done.message, {
							text: "What happens from now on is not sent to it, and what was waiting is parked.",
							undo: { label: "Undo", onClick: () => setEnabled({ id }, true) },
						}),
			(refusal) => tellFailure(refusal.message),
		);
	return setEnabled;
}

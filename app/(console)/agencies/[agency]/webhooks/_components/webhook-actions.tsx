"use client";

import dynamic from "next/dynamic";
import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { type DialogState, useDialogRequest } from "#components/actions/use-dialog-request.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { useUndoActions } from "../../../../_components/undo-actions.tsx";
import { sendTestAction } from "../actions.ts";

const DeleteWebhookDialog = dynamic(
	() => import("./delete-webhook-dialog.tsx").then((module) => module.DeleteWebhookDialog),
	{ ssr: false },
);
const WebhookDialog = dynamic(() => import("./webhook-dialog.tsx").then((module) => module.WebhookDialog), {
	ssr: false,
});

type DialogRequest = { kind: "create" } | { kind: "edit" | "delete"; webhook: WebhookSummary };

export type WebhookDialogProps<Extra = { webhook: WebhookSummary }> = Extra &
	DialogState & { agency: string };

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
	const { request, openDialog, state } = useDialogRequest<DialogRequest>();
	const actions: WebhookActions = {
		openDialog,
		sendTest: useSendTest(agency),
		setEnabled: useSetEnabled(agency),
	};
	const props = { agency, ...state };
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
	const t = useTranslations("webhooks");
	const { tellDone, tellFailure } = useToasts();
	const { run } = useAction((input) => sendTestAction({ agency }, input));
	const router = useRouter();
	const pathname = usePathname();

	return ({ id }) => {
		const log = `${webhooksHref(agency)}/${id}`;
		const showLog = { label: t("menu.showLog"), onClick: () => router.push(log) };
		run(
			{ endpointId: id },
			(done) =>
				tellDone(done.message, {
					text: t("testSent"),
					...(pathname !== log && { undo: showLog }),
				}),
			(refusal) => tellFailure(refusal.message),
		);
	};
}

function useSetEnabled(agency: string): WebhookActions["setEnabled"] {
	const [t, ui] = [useTranslations("webhooks"), useTranslations("ui")];
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
							text: t("switchedOff"),
							undo: { label: ui("undo"), onClick: () => setEnabled({ id }, true) },
						}),
			(refusal) => tellFailure(refusal.message),
		);
	return setEnabled;
}

"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { FormDialog } from "#components/actions/form-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { useToasts } from "#components/ui/toast.tsx";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { createWebhookAction, editWebhookAction } from "../actions.ts";
import { CREATE_WEBHOOK_ID, webhookMenuOrHeading, webhooksHeading } from "./focus-targets.ts";
import type { WebhookDialogProps } from "./webhook-actions.tsx";
import { type WebhookDraft, WebhookForm } from "./webhook-form.tsx";

const NEW: WebhookDraft = { url: "", description: "", events: [], enabled: true };

/** Asks where a webhook leads and what it is told of: of a new one, or of one that there is. */
export function WebhookDialog(props: WebhookDialogProps<{ webhook: WebhookSummary | null }>) {
	const { agency, webhook, open, onClose, onClosed } = props;
	const [t, ui] = [useTranslations("webhooks.form"), useTranslations("ui")];
	const { tellDone } = useToasts();
	const [draft, setDraft] = useState<WebhookDraft>(() => (webhook ? draftOf(webhook) : NEW));
	const save = useAction<{ id: string }>((input) =>
		webhook ? editWebhookAction({ agency }, input) : createWebhookAction({ agency }, input),
	);
	const urlBox = useRef<HTMLInputElement>(null);

	function submit() {
		const naming = webhook && { endpointId: webhook.id, version: webhook.version };
		save.run({ ...draft, ...naming }, ({ message }) => {
			tellDone(message, webhook ? {} : { text: t("tryIt") });
			onClose();
		});
	}

	return (
		<FormDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t(webhook ? "edit" : "add")}
			text={t("text")}
			button={
				webhook
					? { text: ui("saveChanges"), pendingText: ui("saving"), look: "primary" }
					: { text: t("add"), pendingText: t("adding"), look: "primary" }
			}
			pending={save.pending}
			refusal={save.refusal}
			onSubmit={submit}
			draft={draft}
			initialFocus={urlBox}
			finalFocus={() =>
				webhook
					? webhookMenuOrHeading(webhook.id)
					: (document.getElementById(CREATE_WEBHOOK_ID) ?? webhooksHeading())
			}
		>
			<WebhookForm
				draft={draft}
				onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
				refusal={save.refusal}
				urlRef={urlBox}
			/>
		</FormDialog>
	);
}

const draftOf = ({ url, description, events, enabled }: WebhookSummary): WebhookDraft => ({
	url,
	description,
	events,
	enabled,
});

"use client";

import { type FormEvent, useRef, useState } from "react";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
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
	const { tellDone } = useToasts();
	const [draft, setDraft] = useState<WebhookDraft>(() => (webhook ? draftOf(webhook) : NEW));
	const save = useAction<{ id: string }>((input) =>
		webhook ? editWebhookAction({ agency }, input) : createWebhookAction({ agency }, input),
	);
	const urlBox = useRef<HTMLInputElement>(null);

	function submit(event: FormEvent) {
		event.preventDefault();
		const naming = webhook && { endpointId: webhook.id, version: webhook.version };
		save.run({ ...draft, ...naming }, ({ message }) => {
			tellDone(message, webhook ? {} : { text: "Send it a test to see whether it answers." });
			onClose();
		});
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={urlBox}
			finalFocus={() =>
				webhook
					? webhookMenuOrHeading(webhook.id)
					: (document.getElementById(CREATE_WEBHOOK_ID) ?? webhooksHeading())
			}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader
					title={webhook ? "Edit webhook" : "Add webhook"}
					text="Latchkey sends a signed POST request to the URL whenever one of the chosen events happens."
				/>
				<DialogBody>
					<WebhookForm
						draft={draft}
						onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
						refusal={save.refusal}
						urlRef={urlBox}
					/>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={save.pending}>
						{buttonText(webhook !== null, save.pending)}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}

const draftOf = ({ url, description, events, enabled }: WebhookSummary): WebhookDraft => ({
	url,
	description,
	events,
	enabled,
});

function buttonText(isEdit: boolean, pending: boolean) {
	if (isEdit) return pending ? "Saving…" : "Save changes";
	return pending ? "Adding…" : "Add webhook";
}

"use client";

import { useTranslations } from "use-intl/react";
import { DeleteDialog } from "#components/actions/delete-dialog.tsx";
import { deleteWebhookAction } from "../actions.ts";
import { webhookMenuOrHeading, webhooksHeading } from "./focus-targets.ts";
import { type WebhookDialogProps, webhooksHref } from "./webhook-actions.tsx";

export function DeleteWebhookDialog({ agency, webhook, ...state }: WebhookDialogProps) {
	const t = useTranslations("webhooks.delete");
	return (
		<DeleteDialog
			{...state}
			title={t("title")}
			name={webhook.url}
			button={t("submit")}
			action={(input) => deleteWebhookAction({ agency }, input)}
			input={{ endpointId: webhook.id }}
			listHref={webhooksHref(agency)}
			heading={webhooksHeading}
			opener={() => webhookMenuOrHeading(webhook.id)}
		>
			<p>{t("text")}</p>
		</DeleteDialog>
	);
}

"use client";

import { Pencil, Send } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { useWebhookActions } from "../../_components/webhook-actions.tsx";
import { WebhookMenu } from "../../_components/webhook-menu.tsx";

export function WebhookButtons({ agency, webhook }: { agency: string; webhook: WebhookSummary }) {
	const t = useTranslations("webhooks");
	const { openDialog, sendTest } = useWebhookActions();
	return (
		<div className="flex items-center gap-2">
			{webhook.enabled && (
				<Button
					look="primary"
					icon={<Send aria-hidden className="size-4" />}
					onClick={() => sendTest(webhook)}
				>
					{t("menu.sendTest")}
				</Button>
			)}
			<Button
				icon={<Pencil aria-hidden className="size-4" />}
				onClick={() => openDialog({ kind: "edit", webhook })}
			>
				{t("edit")}
			</Button>
			<WebhookMenu agency={agency} webhook={webhook} />
		</div>
	);
}

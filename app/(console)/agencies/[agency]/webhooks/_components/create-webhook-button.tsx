"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ViewOnly } from "#components/ui/view-only.tsx";
import { CREATE_WEBHOOK_ID } from "./focus-targets.ts";
import { useWebhookActions } from "./webhook-actions.tsx";

/** The way to a new webhook, or a word about why there is none. */
export function CreateWebhookButton({ mayChange }: { mayChange: boolean }) {
	const t = useTranslations("webhooks");
	const { openDialog } = useWebhookActions();
	return mayChange ? (
		<Button
			id={CREATE_WEBHOOK_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			{t("form.add")}
		</Button>
	) : (
		<ViewOnly />
	);
}

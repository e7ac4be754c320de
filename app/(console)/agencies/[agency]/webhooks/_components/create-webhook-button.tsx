"use client";

import { Eye, Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { CREATE_WEBHOOK_ID } from "./focus-targets.ts";
import { useWebhookActions } from "./webhook-actions.tsx";

/** The way to a new webhook, or a word about why there is none. */
export function CreateWebhookButton({ mayChange }: { mayChange: boolean }) {
	const { openDialog } = useWebhookActions();
	return mayChange ? (
		<Button
			id={CREATE_WEBHOOK_ID}
			look="primary"
			icon={<Plus aria-hidden className="size-4" />}
			onClick={() => openDialog({ kind: "create" })}
		>
			Add webhook
		</Button>
	) : (
		<ViewOnly />
	);
}

export const ViewOnly = () => (
	<p className="flex h-9 items-center gap-1.5 text-sm text-ink-muted">
		<Eye aria-hidden className="size-4" />
		View only
	</p>
);

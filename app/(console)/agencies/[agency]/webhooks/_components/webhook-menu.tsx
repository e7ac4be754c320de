"use client";

import { Ellipsis, Pause, Pencil, Play, ScrollText, Send, Trash2 } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { Menu, MenuItem, MenuPopup, MenuSeparator, MenuTrigger } from "#components/ui/menu.tsx";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { webhookMenuId } from "./focus-targets.ts";
import { useWebhookActions, webhooksHref } from "./webhook-actions.tsx";

type WebhookMenuProps = { agency: string; webhook: WebhookSummary; className?: string };

/** What can be done to a webhook: in its row, and on its page, where the log is already open. */
export function WebhookMenu({ agency, webhook, className }: WebhookMenuProps) {
	const t = useTranslations("webhooks");
	const { openDialog, sendTest, setEnabled } = useWebhookActions();
	const log = `${webhooksHref(agency)}/${webhook.id}`;
	const isOnPage = usePathname() === log;
	return (
		<Menu>
			<MenuTrigger
				id={webhookMenuId(webhook.id)}
				aria-label={t("actionsFor", { url: webhook.url })}
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "any-pointer-coarse:size-10", className)}
			>
				<Ellipsis aria-hidden className="size-4" />
			</MenuTrigger>
			<MenuPopup>
				{!isOnPage && (
					<MenuItem icon={<ScrollText />} render={<Link href={log} />}>
						{t("menu.showLog")}
					</MenuItem>
				)}
				{webhook.enabled && (
					<MenuItem icon={<Send />} onClick={() => sendTest(webhook)}>
						{t("menu.sendTest")}
					</MenuItem>
				)}
				<MenuItem icon={<Pencil />} onClick={() => openDialog({ kind: "edit", webhook })}>
					{t("menu.edit")}
				</MenuItem>
				<MenuSeparator />
				{webhook.enabled ? (
					<MenuItem icon={<Pause />} onClick={() => setEnabled(webhook, false)}>
						{t("menu.switchOff")}
					</MenuItem>
				) : (
					<MenuItem icon={<Play />} onClick={() => setEnabled(webhook, true)}>
						{t("menu.switchOn")}
					</MenuItem>
				)}
				<MenuItem grave icon={<Trash2 />} onClick={() => openDialog({ kind: "delete", webhook })}>
					{t("menu.delete")}
				</MenuItem>
			</MenuPopup>
		</Menu>
	);
}

"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { type Told, useUnread } from "./use-unread.ts";

/** The way to the notifications, and how many are unread. */
export function NotificationBell({ told }: { told: Told }) {
	const t = useTranslations("shell.notifications");
	const { unread, more } = useUnread(told);
	return (
		<>
			<Link
				href="/notifications"
				aria-label={t(labelOf(unread), { unread })}
				className="relative flex size-10 shrink-0 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink any-pointer-coarse:size-11"
			>
				<Bell aria-hidden className="size-5" />
				{unread > 0 && (
					<span
						aria-hidden
						className="absolute top-1 end-0.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full border-2 border-surface bg-bad-fill px-1 text-2xs leading-none font-semibold text-on-accent tabular-nums"
					>
						{unread > 9 ? "9+" : unread}
					</span>
				)}
			</Link>
			<span role="status" className="sr-only">
				{more > 0 && t("news", { more, unread })}
			</span>
		</>
	);
}

function labelOf(unread: number) {
	if (unread === 0) return "none";
	return unread >= 100 ? "many" : "some";
}

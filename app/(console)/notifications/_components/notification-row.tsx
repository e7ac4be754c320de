"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { callAction, useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { noticeBlanks } from "#lib/core/notification-text.ts";
import type { Notice } from "#lib/core/notifications.ts";
import type { NotificationEntry } from "#lib/services/notifications/present.ts";
import { markReadAction } from "../actions.ts";

type NotificationRowProps = { row: NotificationEntry; icon: ReactNode; onRead: () => void };

/** The whole row leads to what it is about; whoever follows it has read it. */
export function NotificationRow({ row, icon, onRead }: NotificationRowProps) {
	const t = useTranslations("notifications");
	return (
		<li
			className={cn(
				"relative flex items-start gap-3 px-4 py-3.5 transition-colors duration-100 hover:bg-hover sm:px-5",
				!row.isRead && "bg-accent-soft",
			)}
		>
			<span className="relative mt-0.5 [&_svg]:size-4.5">
				{icon}
				{!row.isRead && (
					<span
						aria-hidden
						className="absolute -top-1 -end-1 size-2.5 rounded-full border-2 border-surface bg-accent"
					/>
				)}
			</span>
			<div className="min-w-0 flex-1">
				<Link
					href={row.path}
					prefetch={false}
					onClick={() => {
						if (!row.isRead) void callAction(markReadAction, { notificationId: row.id });
					}}
					className={cn(
						"block text-sm wrap-anywhere after:absolute after:inset-0",
						row.isRead ? "text-ink-muted" : "font-medium",
					)}
				>
					{!row.isRead && <span className="sr-only">{t("unreadPrefix")} </span>}
					<Sentence notice={row.notice} />
				</Link>
				<p className="mt-1 text-xs wrap-anywhere text-ink-muted">
					{t(`groups.${row.group}`)}
					{" · "}
					<bdi>{row.agencyName}</bdi>
					{row.locationName !== null && (
						<>
							{" · "}
							<bdi>{row.locationName}</bdi>
						</>
					)}
					{" · "}
					<RelativeTime value={row.createdAt} />
				</p>
			</div>
			{!row.isRead && <MarkRead row={row} onRead={onRead} />}
		</li>
	);
}

function Sentence({ notice }: { notice: Notice }) {
	const [t, language] = [useTranslations("notifications"), useLocale()];
	return t.rich(`told.${notice.kind}.sentence`, { ...MARKS, ...noticeBlanks(notice, language) });
}

function MarkRead({ row, onRead }: Omit<NotificationRowProps, "icon">) {
	const [t, language] = [useTranslations("notifications"), useLocale()];
	const { run, pending } = useAction(markReadAction);
	const { tellFailure } = useToasts();
	const markRead = () => run({ notificationId: row.id }, onRead, ({ message }) => tellFailure(message));
	return (
		<Tooltip text={t("mark")}>
			<Button
				look="quiet"
				size="icon"
				pending={pending}
				aria-label={t("markOne", { name: noticeBlanks(row.notice, language).name })}
				icon={<Check aria-hidden className="size-4" />}
				onClick={markRead}
				className="relative any-pointer-coarse:size-11"
			/>
		</Tooltip>
	);
}

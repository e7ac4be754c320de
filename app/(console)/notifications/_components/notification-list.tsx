"use client";

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import type { NotificationEntry } from "#lib/services/notifications/present.ts";
import { daysOf } from "./notification-days.ts";
import { NotificationRow } from "./notification-row.tsx";

const ICONS = {
	plain: <Info aria-hidden className="text-ink-muted" />,
	warn: <TriangleAlert aria-hidden className="text-warn" />,
	bad: <CircleAlert aria-hidden className="text-bad" />,
} as const;

const LIST_ID = "notification-list";

type NotificationListProps = {
	rows: readonly NotificationEntry[];
	/** ISO 8601. */
	now: string;
	headingId: string;
};

/** What was read may leave the list, and the last one takes the list along. */
export function NotificationList({ rows, now, headingId }: NotificationListProps) {
	const t = useTranslations("notifications");
	const reader = {
		timeZone: useReaderZone(),
		language: useLocale(),
		today: t("today"),
		yesterday: t("yesterday"),
	};
	const onRead = () => document.getElementById(rows.length > 1 ? LIST_ID : headingId)?.focus();
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
		<div id={LIST_ID} role="group" tabIndex={-1} aria-label={t("title")} className="outline-none">
			{daysOf(rows, now, reader).map((day) => (
				<section key={day.label} className="not-last:border-b not-last:border-line">
					<h2 className="border-b border-line bg-sunken px-4 py-1.5 text-xs font-medium text-ink-muted sm:px-5">
						{day.label}
					</h2>
					<ul aria-label={day.label} className="divide-y divide-line">
						{day.rows.map((row) => (
							<NotificationRow key={row.id} row={row} icon={ICONS[row.tone]} onRead={onRead} />
						))}
					</ul>
				</section>
			))}
		</div>
	);
}

const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const stays = () => () => undefined;

/** UTC on the server, and in the very first rendering. */
const useReaderZone = () => useSyncExternalStore(stays, readerZone, () => "UTC");

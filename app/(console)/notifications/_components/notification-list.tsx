"use client";

import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { NotificationEntry } from "#lib/services/notifications/present.ts";
import { NotificationRow } from "./notification-row.tsx";

const ICONS = {
	plain: <Info aria-hidden className="text-ink-muted" />,
	warn: <TriangleAlert aria-hidden className="text-warn" />,
	bad: <CircleAlert aria-hidden className="text-bad" />,
} as const;

const LIST_ID = "notification-list";

type NotificationListProps = { rows: readonly NotificationEntry[]; headingId: string };

/** What was read may leave the list, and the last one takes the list along. */
export const NotificationList = ({ rows, headingId }: NotificationListProps) => (
	<ul id={LIST_ID} tabIndex={-1} aria-label="Notifications" className="divide-y divide-line outline-none">
		{rows.map((row) => (
			<NotificationRow
				key={row.id}
				row={row}
				icon={ICONS[row.tone]}
				onRead={() => document.getElementById(rows.length > 1 ? LIST_ID : headingId)?.focus()}
			/>
		))}
	</ul>
);

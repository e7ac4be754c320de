"use client";

import { useTranslations } from "use-intl/react";
import { NeighbourPages } from "#components/data-table/neighbour-pages.tsx";
import type { NotificationPage } from "#lib/services/notifications/list.ts";
import { useNotificationsSearch } from "./use-notifications-search.ts";

type NotificationsPagesProps = Pick<NotificationPage, "rows" | "hasNewer" | "hasOlder">;

export function NotificationsPages({ rows, hasNewer, hasOlder }: NotificationsPagesProps) {
	const t = useTranslations("notifications");
	const { toNewest, toNewer, toOlder } = useNotificationsSearch();
	const [first, last] = [rows[0], rows.at(-1)];
	return (
		<NeighbourPages
			summary={t("onPage", { count: rows.length })}
			hasNewer={hasNewer}
			hasOlder={hasOlder}
			toNewest={toNewest}
			toNewer={() => first && toNewer(first.id)}
			toOlder={() => last && toOlder(last.id)}
		/>
	);
}

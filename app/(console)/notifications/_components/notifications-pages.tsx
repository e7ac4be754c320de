"use client";

import { ChevronFirst, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { NotificationPage } from "#lib/services/notifications/list.ts";
import { useNotificationsSearch } from "./use-notifications-search.ts";

type NotificationsPagesProps = Pick<NotificationPage, "rows" | "hasNewer" | "hasOlder">;

/** Steps through the list by neighbouring pages. */
export function NotificationsPages({ rows, hasNewer, hasOlder }: NotificationsPagesProps) {
	const { toNewest, toNewer, toOlder } = useNotificationsSearch();
	const [first, last] = [rows[0], rows.at(-1)];
	return (
		<nav
			aria-label="Pages"
			className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 sm:px-5"
		>
			<p role="status" className="flex-1 text-sm text-ink-muted tabular-nums">
				{rows.length} on this page
			</p>
			<div className="flex gap-1.5">
				<PageButton isOff={!hasNewer} onClick={toNewest}>
					<ChevronFirst aria-hidden className="size-4" />
					Newest
				</PageButton>
				<PageButton isOff={!hasNewer} onClick={() => first && toNewer(first.id)}>
					<ChevronLeft aria-hidden className="size-4" />
					Newer
				</PageButton>
				<PageButton isOff={!hasOlder} onClick={() => last && toOlder(last.id)}>
					Older
					<ChevronRight aria-hidden className="size-4" />
				</PageButton>
			</div>
		</nav>
	);
}

type PageButtonProps = { isOff: boolean; onClick: () => void; children: ReactNode };

/** Stays focusable at either end, so that the focus is not thrown away by the last press. */
const PageButton = ({ isOff, onClick, children }: PageButtonProps) => (
	<Button
		size="small"
		aria-disabled={isOff}
		onClick={isOff ? undefined : onClick}
		className="any-pointer-coarse:h-11"
	>
		{children}
	</Button>
);

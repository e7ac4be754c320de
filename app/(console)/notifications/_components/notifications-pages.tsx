"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { useNotificationsSearch } from "./use-notifications-search.ts";

export function NotificationsPages({ hasOlder }: { hasOlder: boolean }) {
	const { search, turnTo } = useNotificationsSearch();
	const { page } = search;
	return (
		<nav
			aria-label="Pages"
			className="flex items-center justify-between gap-2 border-t border-line px-4 py-2.5 sm:px-5"
		>
			<p role="status" className="text-sm text-ink-muted tabular-nums">
				Page {page}
			</p>
			<div className="flex gap-1.5">
				<PageButton isOff={page === 1} onClick={() => turnTo(page - 1)}>
					<ChevronLeft aria-hidden className="size-4" />
					Newer
				</PageButton>
				<PageButton isOff={!hasOlder} onClick={() => turnTo(page + 1)}>
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

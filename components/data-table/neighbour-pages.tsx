"use client";

import { ChevronFirst, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "../ui/button.tsx";

type NeighbourPagesProps = {
	/** What is on this page. */
	summary: ReactNode;
	hasNewer: boolean;
	hasOlder: boolean;
	toNewest: () => void;
	toNewer: () => void;
	toOlder: () => void;
	/** Stands before the buttons. */
	children?: ReactNode;
};

/** Steps through a list that may be long, the newest first: by neighbouring pages, never by counting. */
export function NeighbourPages({ summary, hasNewer, hasOlder, children, ...steps }: NeighbourPagesProps) {
	const t = useTranslations("table");
	return (
		<nav
			aria-label={t("pages")}
			className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 sm:px-5"
		>
			<p role="status" className="text-sm text-ink-muted tabular-nums">
				{summary}
			</p>
			<div className="flex-1" />
			{children}
			<div className="flex gap-1.5">
				<PageButton isOff={!hasNewer} onClick={steps.toNewest}>
					<ChevronFirst aria-hidden className="size-4" />
					{t("newest")}
				</PageButton>
				<PageButton isOff={!hasNewer} onClick={steps.toNewer}>
					<ChevronLeft aria-hidden className="size-4" />
					{t("newer")}
				</PageButton>
				<PageButton isOff={!hasOlder} onClick={steps.toOlder}>
					{t("older")}
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

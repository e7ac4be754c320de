"use client";

import { type ReactNode, useRef } from "react";
import type { RowSelection } from "#components/data-table/selection.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";

/** Rows that take the focus from below the bar stop short of it. */
export const ROWS_BELOW_BAR = "[&_:is(a,button,[type=checkbox])]:scroll-mt-28";

type SelectionBarProps = {
	selection: RowSelection;
	/** Whether it is there before anything is chosen. */
	isAlways?: boolean;
	/** What it is called. */
	label: string;
	/** How many rows are chosen. */
	said: string;
	selectAll: string;
	clear: string;
	/** Where the focus goes when the bar goes. */
	heading: () => HTMLElement | null;
	/** What can be done with what is chosen. */
	children: ReactNode;
};

/**
 * How many rows are chosen, and what can be done with them; it stays in sight above the rows. It is there, unseen, before any
 * is chosen, so that the first choice is announced as well.
 */
export function SelectionBar(props: SelectionBarProps) {
	const { selection, isAlways = false, label, said, selectAll, clear, heading, children } = props;
	const { count } = selection;
	const isEvery = selection.isAll && selection.except.size === 0;
	const isShown = count > 0 || isAlways;
	const allButton = useRef<HTMLButtonElement>(null);
	return (
		<section
			aria-label={isShown ? label : undefined}
			className={cn(
				isShown
					? "sticky top-0 z-10 flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-y border-line px-4 py-2 sm:px-5"
					: "sr-only",
				count > 0 ? "bg-accent-soft" : "bg-sunken",
			)}
		>
			<p role="status" className="text-sm font-medium tabular-nums">
				{isShown && said}
			</p>
			{isShown && (
				<Button
					ref={allButton}
					size="small"
					look="quiet"
					aria-disabled={isEvery || undefined}
					onClick={isEvery ? undefined : selection.chooseAll}
				>
					{selectAll}
				</Button>
			)}
			{count > 0 && (
				<>
					<Button
						size="small"
						look="quiet"
						onClick={() => {
							if (isAlways) allButton.current?.focus();
							else heading()?.focus();
							selection.clear();
						}}
					>
						{clear}
					</Button>
					{children}
				</>
			)}
		</section>
	);
}

"use client";

import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";

type FilterFoldProps = {
	/** How many of the filters narrow the list now. */
	inUse: number;
	children: ReactNode;
};

/**
 * What narrows, orders and shows a list otherwise: on a phone behind a button beside the search
 * while none is in use, so that the list comes first.
 */
export function FilterFold({ inUse, children }: FilterFoldProps) {
	const t = useTranslations("table");
	const id = useId();
	const [isOpen, setOpen] = useState(inUse > 0);
	return (
		<>
			<button
				type="button"
				aria-expanded={isOpen}
				aria-controls={id}
				onClick={() => setOpen(!isOpen)}
				className={cn(buttonStyle(), "relative px-2.5 sm:hidden", isOpen && "bg-hover")}
			>
				<SlidersHorizontal aria-hidden className="size-4" />
				<span className="sr-only">{t("filters", { count: inUse })}</span>
				{inUse > 0 && (
					<span
						aria-hidden
						className="absolute -end-1.5 -top-1.5 flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-2xs font-semibold text-on-accent"
					>
						{inUse}
					</span>
				)}
			</button>
			<div
				id={id}
				className={cn("w-full flex-wrap items-center gap-2 sm:contents", isOpen ? "flex" : "hidden")}
			>
				{children}
			</div>
		</>
	);
}

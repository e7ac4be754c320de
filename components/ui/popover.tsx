"use client";

import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { useOnDemand } from "./use-on-demand.ts";

const loadParts = () => import("./popover-parts.tsx");

type PopoverProps = {
	/** What the button shows. */
	trigger: ReactNode;
	/** What the button is called, when what it shows does not say enough. */
	label?: string;
	title: ReactNode;
	/** What the button shows may be cut at the end of the line. */
	cut?: boolean;
	children: ReactNode;
};

/** Detail behind a few words: opens by press, by key and by hovering, and can be read at leisure. */
export function Popover({ trigger, label, title, cut, children }: PopoverProps) {
	const { part, button, near } = useOnDemand(loadParts);
	const own = {
		"aria-label": label,
		className: cn(
			cut ? "max-w-full truncate" : "whitespace-nowrap",
			"-mx-1 -my-0.5 rounded px-1 py-0.5 text-start underline decoration-edge decoration-dotted underline-offset-4",
			"hover:bg-hover hover:decoration-ink data-popup-open:bg-hover",
		),
		children: trigger,
	};
	if (part)
		return (
			<part.PopoverParts trigger={own} button={button} title={title}>
				{children}
			</part.PopoverParts>
		);
	return (
		<button type="button" aria-haspopup="dialog" aria-expanded={false} {...own} {...near} ref={button} />
	);
}

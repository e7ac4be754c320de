"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";
import { popupStyle } from "./control-style.ts";

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
	return (
		<Base.Root>
			<Base.Trigger
				openOnHover
				delay={250}
				aria-label={label}
				className={cn(
					cut ? "max-w-full truncate" : "whitespace-nowrap",
					"-mx-1 -my-0.5 rounded px-1 py-0.5 text-start underline decoration-edge decoration-dotted underline-offset-4",
					"hover:bg-hover hover:decoration-ink data-popup-open:bg-hover",
				)}
			>
				{trigger}
			</Base.Trigger>
			<Base.Portal>
				<Base.Positioner sideOffset={6} align="start" className="z-50">
					<Base.Popup className={cn(popupStyle, "max-h-80 w-max max-w-72 overflow-y-auto p-3 text-sm")}>
						<Base.Title className="mb-1.5 wrap-anywhere text-xs font-medium text-ink-muted">
							{title}
						</Base.Title>
						{children}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

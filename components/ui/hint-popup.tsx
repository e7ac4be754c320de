"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { popupStyle } from "./control-style.ts";

type HintPopupProps = Pick<
	ComponentProps<typeof Base.Positioner>,
	"anchor" | "side" | "align" | "sideOffset"
> &
	Pick<ComponentProps<typeof Base.Popup>, "id" | "role" | "onPointerEnter" | "onPointerLeave"> & {
		open: boolean;
		/** What it is put into in the document; the end of the page when left out. */
		container?: HTMLElement | null | undefined;
		onOpenChange: (open: boolean) => void;
		className: string;
		children: ReactNode;
	};

/** A few words beside what they are about. Escape takes them away. */
export function HintPopup({ open, onOpenChange, container, className, children, ...rest }: HintPopupProps) {
	const { anchor, side, align, sideOffset, ...popup } = rest;
	return (
		<Base.Root open={open} onOpenChange={onOpenChange}>
			<Base.Portal container={container}>
				<Base.Positioner anchor={anchor} side={side} align={align} sideOffset={sideOffset} className="z-50">
					<Base.Popup {...popup} className={cn(popupStyle, className)}>
						{children}
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

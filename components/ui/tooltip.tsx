"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { cn } from "./class-names.ts";
import { popupStyle } from "./control-style.ts";

/** A name for an icon on hover and focus. It adds no name of its own: the button inside must have one. */
export const Tooltip = ({ text, children }: { text: string; children: ReactElement }) => (
	<Base.Root>
		<Base.Trigger render={children} />
		<Base.Portal>
			<Base.Positioner sideOffset={6} className="z-50">
				<Base.Popup className={cn(popupStyle, "px-2 py-1 text-xs")}>{text}</Base.Popup>
			</Base.Positioner>
		</Base.Portal>
	</Base.Root>
);

export const TooltipProvider = Base.Provider;

"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ComponentProps, ReactNode, Ref } from "react";
import { cn } from "./class-names.ts";
import { popupStyle } from "./control-style.ts";

type PopoverPartsProps = {
	trigger: ComponentProps<"button">;
	button: Ref<HTMLButtonElement>;
	title: ReactNode;
	children: ReactNode;
};

export const PopoverParts = ({ trigger, button, title, children }: PopoverPartsProps) => (
	<Base.Root>
		<Base.Trigger openOnHover delay={250} {...trigger} ref={button} />
		<Base.Portal>
			<Base.Positioner sideOffset={6} align="start" className="z-50">
				<Base.Popup className={cn(popupStyle, "max-h-80 w-max max-w-72 overflow-y-auto p-3 text-sm")}>
					<Base.Title className="mb-1.5 wrap-anywhere text-xs font-medium text-ink-muted">{title}</Base.Title>
					{children}
				</Base.Popup>
			</Base.Positioner>
		</Base.Portal>
	</Base.Root>
);

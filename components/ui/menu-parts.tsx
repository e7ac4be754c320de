"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { itemStyle, popupStyle } from "./control-style.ts";

export const Root = Base.Root;
export const Trigger = Base.Trigger;
export const RadioGroup = Base.RadioGroup;
export const Group = Base.Group;

export const Popup = ({ children, className }: { children: ReactNode; className?: string }) => (
	<Base.Portal>
		<Base.Positioner align="end" sideOffset={4} className="z-50 outline-none">
			<Base.Popup
				className={cn(popupStyle, "max-h-(--available-height) min-w-44 overflow-y-auto p-1", className)}
			>
				{children}
			</Base.Popup>
		</Base.Positioner>
	</Base.Portal>
);

type ItemProps = Omit<ComponentProps<typeof Base.Item>, "className"> & {
	icon?: ReactNode;
	grave?: boolean;
};

export const Item = ({ icon, grave, children, ...rest }: ItemProps) => (
	<Base.Item {...rest} className={cn(itemStyle, grave && "text-bad data-highlighted:bg-bad-soft")}>
		<span aria-hidden className={cn("flex [&_svg]:size-4", !grave && "text-ink-muted")}>
			{icon}
		</span>
		{children}
	</Base.Item>
);

export const RadioItem = (props: { value: string; icon: ReactNode; children: ReactNode }) => (
	<Base.RadioItem value={props.value} className={itemStyle}>
		<span aria-hidden className="flex text-ink-muted [&_svg]:size-4">
			{props.icon}
		</span>
		<span className="flex-1">{props.children}</span>
		<Base.RadioItemIndicator className="text-accent-ink">
			<Check aria-hidden className="size-4" />
		</Base.RadioItemIndicator>
	</Base.RadioItem>
);

export const Label = ({ children }: { children: ReactNode }) => (
	<Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-muted">
		{children}
	</Base.GroupLabel>
);

export const Separator = () => <Base.Separator className="mx-1 my-1 h-px bg-line" />;

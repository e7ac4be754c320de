"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { buttonStyle } from "./button.tsx";
import { cn } from "./class-names.ts";
import { backdropStyle, dialogMotion } from "./dialog-style.ts";

type DialogProps = {
	open: boolean;
	onOpenChange: ComponentProps<typeof Base.Root>["onOpenChange"];
	onClosed?: () => void;
	finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
	initialFocus?: ComponentProps<typeof Base.Popup>["initialFocus"];
	children: ReactNode;
};

/**
 * A dialog with work in it: a press beside it does not throw that work away. The whole screen on a phone, a sheet of
 * its own height elsewhere; its middle scrolls, its title and its buttons stay.
 */
export function Dialog({ open, onOpenChange, onClosed, finalFocus, initialFocus, children }: DialogProps) {
	return (
		<Base.Root
			open={open}
			onOpenChange={onOpenChange}
			onOpenChangeComplete={(isOpen) => !isOpen && onClosed?.()}
			disablePointerDismissal
		>
			<Base.Portal>
				<Base.Backdrop className={backdropStyle} />
				<Base.Viewport className="fixed inset-0 z-40 flex items-stretch justify-center sm:items-start sm:p-6 sm:pt-[6dvh]">
					<Base.Popup
						finalFocus={finalFocus}
						initialFocus={initialFocus}
						className={cn(
							dialogMotion,
							"flex w-full min-w-0 flex-col overflow-hidden bg-raised outline-none",
							"sm:max-h-[88dvh] sm:max-w-2xl sm:rounded-xl sm:shadow-dialog",
						)}
					>
						{children}
					</Base.Popup>
				</Base.Viewport>
			</Base.Portal>
		</Base.Root>
	);
}

export const DialogHeader = (props: { title: string; text?: ReactNode; closable?: boolean }) => (
	<header className="flex items-start gap-3 border-b border-line px-5 py-4 sm:px-6">
		<div className="min-w-0 flex-1">
			<Base.Title className="text-base font-semibold wrap-anywhere">{props.title}</Base.Title>
			{props.text && (
				<Base.Description className="mt-0.5 text-sm wrap-anywhere text-ink-muted">
					{props.text}
				</Base.Description>
			)}
		</div>
		{props.closable !== false && (
			<Base.Close
				aria-label="Close"
				className={cn(buttonStyle({ look: "quiet", size: "icon" }), "-mt-1 -mr-2 any-pointer-coarse:size-11")}
			>
				<X aria-hidden className="size-4" />
			</Base.Close>
		)}
	</header>
);

export const DialogBody = ({ className, ...rest }: ComponentProps<"div">) => (
	<div
		{...rest}
		className={cn("min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5 sm:px-6", className)}
	/>
);

export const DialogFooter = (props: { children: ReactNode }) => (
	<footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sunken px-5 py-3 sm:px-6">
		{props.children}
	</footer>
);

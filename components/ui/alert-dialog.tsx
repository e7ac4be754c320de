"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names.ts";
import { backdropStyle, dialogMotion } from "./dialog-style.ts";

type AlertDialogProps = {
	open: boolean;
	onClose: () => void;
	onClosed?: () => void;
	title: ReactNode;
	finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
	initialFocus?: ComponentProps<typeof Base.Popup>["initialFocus"];
	children: ReactNode;
};

/** Asks before something grave. Escape and the Cancel button leave it; a press beside it does not. */
export function AlertDialog(props: AlertDialogProps) {
	const { open, onClose, onClosed, title, finalFocus, initialFocus, children } = props;
	return (
		<Base.Root
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onOpenChangeComplete={(isOpen) => !isOpen && onClosed?.()}
		>
			<Base.Portal>
				<Base.Backdrop className={backdropStyle} />
				<Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto p-3 sm:p-6 sm:pt-[14dvh]">
					<Base.Popup
						finalFocus={finalFocus}
						initialFocus={initialFocus}
						// At the lower edge of a phone by a margin: what is taller than the screen begins at its top and scrolls.
						className={cn(
							dialogMotion,
							"w-full max-w-md rounded-xl bg-raised shadow-dialog outline-none max-sm:mt-auto",
						)}
					>
						<Base.Title className="px-5 pt-5 text-base font-semibold wrap-anywhere">{title}</Base.Title>
						{children}
					</Base.Popup>
				</Base.Viewport>
			</Base.Portal>
		</Base.Root>
	);
}

export const AlertDialogText = (props: { children: ReactNode }) => (
	<Base.Description render={<div />} className="space-y-2 text-sm text-ink-muted">
		{props.children}
	</Base.Description>
);

export const AlertDialogBody = (props: { children: ReactNode }) => (
	<div className="space-y-4 px-5 pt-2 pb-5">{props.children}</div>
);

export const AlertDialogFooter = (props: { children: ReactNode }) => (
	<footer className="flex flex-wrap justify-end gap-2 rounded-b-xl border-t border-line bg-sunken px-5 py-3">
		{props.children}
	</footer>
);

"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { AlertDialog, AlertDialogBody, AlertDialogFooter, AlertDialogText } from "./alert-dialog.tsx";
import { Button, buttonStyle } from "./button.tsx";
import { cn } from "./class-names.ts";
import { backdropStyle, dialogMotion } from "./dialog-style.ts";
import { DialogDraftContext } from "./use-dialog-draft.ts";
import { useTypedValues } from "./use-typed-values.ts";

type Change = NonNullable<ComponentProps<typeof Base.Root>["onOpenChange"]>;

type DialogProps = {
	open: boolean;
	onOpenChange: Change;
	onClosed?: () => void;
	finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
	initialFocus?: ComponentProps<typeof Base.Popup>["initialFocus"];
	/** Whether what is typed in it is no loss, as in a search. */
	isLight?: boolean;
	children: ReactNode;
};

/**
 * A dialog with work in it: a press beside it does not throw that work away, and Escape asks first. The whole screen on a
 * phone, a sheet of its own height elsewhere; its middle scrolls, its title and its buttons stay.
 */
export function Dialog({ open, onOpenChange, onClosed, isLight = false, children, ...focus }: DialogProps) {
	const { onFocus, isTyped, forget } = useTypedValues();
	const isDraftChanged = useRef(false);
	const [close, setClose] = useState<(() => void) | null>(null);

	const change: Change = (next, details) => {
		if (next || isLight || !(isTyped() || isDraftChanged.current)) return onOpenChange(next, details);
		details.cancel();
		setClose(() => () => onOpenChange(next, details));
	};

	return (
		<Base.Root
			open={open}
			onOpenChange={change}
			onOpenChangeComplete={(isOpen) => {
				if (isOpen) return;
				forget();
				onClosed?.();
			}}
			disablePointerDismissal
		>
			<Base.Portal>
				<Base.Backdrop className={backdropStyle} />
				<Base.Viewport className="fixed inset-0 z-40 flex items-stretch justify-center sm:items-start sm:p-6 sm:pt-[6dvh]">
					<Base.Popup
						{...focus}
						onFocus={onFocus}
						className={cn(
							dialogMotion,
							"flex w-full min-w-0 flex-col overflow-x-hidden overflow-y-auto bg-raised outline-none",
							"sm:max-h-[88dvh] sm:max-w-2xl sm:rounded-xl sm:shadow-dialog",
						)}
					>
						<DialogDraftContext value={isDraftChanged}>{children}</DialogDraftContext>
					</Base.Popup>
				</Base.Viewport>
			</Base.Portal>
			<DiscardQuestion
				open={close !== null}
				onStay={() => setClose(null)}
				onDiscard={() => {
					setClose(null);
					close?.();
				}}
			/>
		</Base.Root>
	);
}

type DiscardQuestionProps = { open: boolean; onStay: () => void; onDiscard: () => void };

function DiscardQuestion({ open, onStay, onDiscard }: DiscardQuestionProps) {
	const t = useTranslations("ui.unsaved");
	const stayButton = useRef<HTMLButtonElement>(null);
	return (
		<AlertDialog open={open} onClose={onStay} title={t("closeTitle")} initialFocus={stayButton}>
			<AlertDialogBody>
				<AlertDialogText>
					<p>{t("closeText")}</p>
				</AlertDialogText>
			</AlertDialogBody>
			<AlertDialogFooter>
				<Button ref={stayButton} onClick={onStay}>
					{t("stay")}
				</Button>
				<Button look="danger" onClick={onDiscard}>
					{t("discard")}
				</Button>
			</AlertDialogFooter>
		</AlertDialog>
	);
}

export function DialogHeader(props: { title: string; text?: ReactNode; closable?: boolean }) {
	const t = useTranslations("ui");
	return (
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
					aria-label={t("close")}
					className={cn(
						buttonStyle({ look: "quiet", size: "icon" }),
						"-mt-1 -me-2 any-pointer-coarse:size-11",
					)}
				>
					<X aria-hidden className="size-4" />
				</Base.Close>
			)}
		</header>
	);
}

export const DialogBody = ({ className, ...rest }: ComponentProps<"div">) => (
	<div
		{...rest}
		className={cn(
			"min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5 sm:px-6",
			// On a screen of little height the whole sheet scrolls rather than leave no room for its middle.
			"[@media(max-height:24rem)]:min-h-40",
			className,
		)}
	/>
);

export const DialogFooter = (props: { children: ReactNode }) => (
	<footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sunken px-5 py-3 sm:px-6">
		{props.children}
	</footer>
);

"use client";

import { type ComponentProps, type ReactNode, useRef } from "react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type DialogButton, DialogButtons } from "./dialog-buttons.tsx";
import type { Refusal } from "./use-action.ts";

type ConfirmDialogProps = Omit<ComponentProps<typeof AlertDialog>, "initialFocus"> & {
	/** What is to be chosen below the text, such as a checkbox. */
	choice?: ReactNode;
	button: DialogButton;
	pending: boolean;
	refusal: Refusal | null;
	onConfirm: () => void;
	/** What comes of it. */
	children: ReactNode;
};

/** Asks before something is done, and shows why it was refused. It begins on the button that does nothing. */
export function ConfirmDialog(props: ConfirmDialogProps) {
	const { choice, button, pending, refusal, onConfirm, children, ...dialog } = props;
	const cancelButton = useRef<HTMLButtonElement>(null);
	return (
		<AlertDialog {...dialog} initialFocus={cancelButton}>
			<AlertDialogBody>
				<AlertDialogText>{children}</AlertDialogText>
				{choice}
				{refusal && (
					<Notice look="bad" alert>
						{refusal.message}
					</Notice>
				)}
			</AlertDialogBody>
			<AlertDialogFooter>
				<DialogButtons
					button={button}
					pending={pending}
					onCancel={dialog.onClose}
					cancelRef={cancelButton}
					onConfirm={onConfirm}
				/>
			</AlertDialogFooter>
		</AlertDialog>
	);
}

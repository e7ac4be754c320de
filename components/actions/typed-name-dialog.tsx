"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Refusal } from "./use-action.ts";

type TypedNameDialogProps = {
	open: boolean;
	onClose: () => void;
	onClosed?: () => void;
	/** What is to be deleted. */
	name: string;
	button: string;
	pending: boolean;
	refusal: Refusal | null;
	onSubmit: (typedName: string) => void;
	finalFocus?: ComponentProps<typeof AlertDialog>["finalFocus"];
	/** What will be lost. */
	children: ReactNode;
};

/** Asks before something is deleted for good: its name has to be typed. */
export function TypedNameDialog(props: TypedNameDialogProps) {
	const { open, onClose, onClosed, name, refusal, pending, finalFocus } = props;
	const [typedName, setTypedName] = useState("");
	const box = useRef<HTMLInputElement>(null);
	const nameError = refusal?.fields.find(({ field }) => field === "typedName")?.message;

	useEffect(() => {
		if (nameError) box.current?.focus();
	}, [nameError]);

	function submit(event: FormEvent) {
		event.preventDefault();
		props.onSubmit(typedName);
	}

	return (
		<AlertDialog
			open={open}
			onClose={onClose}
			{...(onClosed && { onClosed })}
			title={
				<>
					Delete <bdi>“{name}”</bdi>?
				</>
			}
			initialFocus={box}
			finalFocus={finalFocus}
		>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>{props.children}</AlertDialogText>
					{refusal && !nameError && (
						<Notice look="bad" alert>
							{refusal.message}
						</Notice>
					)}
					<Field
						label={
							<>
								Type <bdi className="font-semibold">{name}</bdi> to delete it
							</>
						}
						error={nameError}
					>
						<Input
							ref={box}
							value={typedName}
							onChange={(event) => setTypedName(event.target.value)}
							autoComplete="off"
							spellCheck={false}
						/>
					</Field>
				</AlertDialogBody>
				<AlertDialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="danger" pending={pending}>
						{pending ? "Deleting…" : props.button}
					</Button>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { DialogButtons } from "./dialog-buttons.tsx";
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
	const t = useTranslations("ui");
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
			title={t.rich("typedName.title", { name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
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
						label={t.rich("typedName.label", {
							name,
							strong: (chunks) => <bdi className="font-semibold">{chunks}</bdi>,
						})}
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
					<DialogButtons
						button={{ text: props.button, pendingText: t("deleting"), look: "danger" }}
						pending={pending}
						onCancel={onClose}
					/>
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

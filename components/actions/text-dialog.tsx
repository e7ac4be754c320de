"use client";

import {
	type ChangeEvent,
	type ComponentProps,
	type FormEvent,
	type ReactNode,
	useEffect,
	useRef,
	useState,
} from "react";
import {
	AlertDialog,
	AlertDialogBody,
	AlertDialogFooter,
	AlertDialogText,
} from "#components/ui/alert-dialog.tsx";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type DialogButton, DialogButtons } from "./dialog-buttons.tsx";
import type { Refusal } from "./use-action.ts";

type Box = Omit<ComponentProps<typeof Field>, "error" | "children"> &
	Pick<ComponentProps<"textarea">, "maxLength" | "placeholder" | "spellCheck"> & {
		/** As the action knows it. */
		name: string;
		/** Takes several lines. */
		isLong?: boolean;
	};

type TextDialogProps = Omit<ComponentProps<typeof AlertDialog>, "initialFocus"> & {
	box: Box;
	button: DialogButton;
	pending: boolean;
	refusal: Refusal | null;
	onSubmit: (typed: string) => void;
	/** What comes of it. */
	children: ReactNode;
};

/** Asks for a text before something is done, and shows why it was refused. It begins in the box. */
export function TextDialog({
	box,
	button,
	pending,
	refusal,
	onSubmit,
	children,
	...dialog
}: TextDialogProps) {
	const { name, maxLength, placeholder, spellCheck, isLong, ...field } = box;
	const [typed, setTyped] = useState("");
	const element = useRef<HTMLElement>(null);
	const error = refusal?.fields.find((one) => one.field === name)?.message;

	useEffect(() => {
		if (error) element.current?.focus();
	}, [error]);

	function submit(event: FormEvent) {
		event.preventDefault();
		onSubmit(typed);
	}

	const control = {
		ref: (node: HTMLElement | null) => {
			element.current = node;
		},
		"aria-required": field.required,
		value: typed,
		onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setTyped(event.target.value),
		maxLength,
		placeholder,
		spellCheck,
		autoComplete: "off",
	};
	return (
		<AlertDialog {...dialog} initialFocus={element}>
			<form onSubmit={submit} noValidate>
				<AlertDialogBody>
					<AlertDialogText>{children}</AlertDialogText>
					{refusal && !error && (
						<Notice look="bad" alert>
							{refusal.message}
						</Notice>
					)}
					<Field {...field} error={error}>
						{isLong ? <Textarea {...control} /> : <Input {...control} />}
					</Field>
				</AlertDialogBody>
				<AlertDialogFooter>
					<DialogButtons button={button} pending={pending} onCancel={dialog.onClose} />
				</AlertDialogFooter>
			</form>
		</AlertDialog>
	);
}

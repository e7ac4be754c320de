"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { useDialogDraft } from "#components/ui/use-dialog-draft.ts";
import { type DialogButton, DialogButtons } from "./dialog-buttons.tsx";
import { focusFirstProblem } from "./focus-first-problem.ts";
import { RefusalSummary } from "./refusal-summary.tsx";
import type { Refusal } from "./use-action.ts";
import type { DialogState } from "./use-dialog-request.ts";

type DialogFormProps = {
	title: string;
	text?: ReactNode;
	button: DialogButton;
	pending: boolean;
	/** What was not accepted: told above the fields, where the first of them gets the focus. */
	refusal: Refusal | null;
	onSubmit: () => void;
	onClose: () => void;
	/** What the fields hold, where it is more than what is typed. */
	draft?: unknown;
	/** The fields, each in an element that names it in `data-field`. */
	children: ReactNode;
};

type FormDialogProps = DialogFormProps &
	DialogState &
	Pick<ComponentProps<typeof Dialog>, "initialFocus" | "finalFocus">;

/** A dialog that is one form. */
export function FormDialog({ open, onClosed, initialFocus, finalFocus, ...form }: FormDialogProps) {
	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && form.onClose()}
			onClosed={onClosed}
			initialFocus={initialFocus}
			finalFocus={finalFocus}
		>
			<DialogForm {...form} />
		</Dialog>
	);
}

/** The form in a dialog that also shows other things. */
export function DialogForm(props: DialogFormProps) {
	const { title, text, button, pending, refusal, onSubmit, onClose, draft, children } = props;
	const fields = useRef<HTMLDivElement>(null);
	useDialogDraft(draft);

	useEffect(() => {
		if (refusal && fields.current) focusFirstProblem(fields.current, refusal);
	}, [refusal]);

	function submit(event: FormEvent) {
		event.preventDefault();
		onSubmit();
	}

	return (
		<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
			<DialogHeader title={title} text={text} />
			<DialogBody>
				<div ref={fields} className="space-y-5">
					{refusal && <RefusalSummary refusal={refusal} />}
					{children}
				</div>
			</DialogBody>
			<DialogFooter>
				<DialogButtons button={button} pending={pending} onCancel={onClose} />
			</DialogFooter>
		</form>
	);
}

"use client";

import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import type { Refusal } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { PLACE_NAME_MAX } from "#lib/core/places/names.ts";

type NameDialogProps = {
	open: boolean;
	onClose: () => void;
	onClosed: () => void;
	title: string;
	text: ReactNode;
	hint: string;
	initialName: string;
	button: { text: string; pendingText: string };
	pending: boolean;
	refusal: Refusal | null;
	onSubmit: (name: string) => void;
	finalFocus: ComponentProps<typeof Dialog>["finalFocus"];
};

/** Asks for a location's name. */
export function NameDialog(props: NameDialogProps) {
	const { open, onClose, onClosed, refusal, pending, button } = props;
	const [name, setName] = useState(props.initialName);
	const box = useRef<HTMLInputElement>(null);
	const error = refusal?.fields.find(({ field }) => field === "name")?.message;

	useEffect(() => {
		if (refusal) box.current?.focus();
	}, [refusal]);

	function submit(event: FormEvent) {
		event.preventDefault();
		props.onSubmit(name);
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={box}
			finalFocus={props.finalFocus}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader title={props.title} text={props.text} />
				<DialogBody className="space-y-4">
					{refusal && error === undefined && <RefusalSummary refusal={refusal} />}
					<Field label="Name" required error={error} hint={props.hint}>
						<Input
							ref={box}
							aria-required
							value={name}
							onChange={(event) => setName(event.target.value)}
							maxLength={PLACE_NAME_MAX}
							autoComplete="off"
						/>
					</Field>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={pending}>
						{pending ? button.pendingText : button.text}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}

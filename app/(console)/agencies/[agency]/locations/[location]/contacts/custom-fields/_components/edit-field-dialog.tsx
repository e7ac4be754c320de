"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, Input } from "#components/ui/field.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { hasOptions } from "#lib/core/crm/custom-fields.ts";
import { editCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { fieldMenuOrHeading } from "./focus-targets.ts";
import { type OptionDraft, OptionsEditor } from "./options-editor.tsx";

/** Asks for a field's new name and options. Who would lose an option is told before anybody loses it. */
export function EditFieldDialog({ site, field, open, onClose, onClosed }: FieldDialogProps) {
	const { tellDone } = useToasts();
	const [name, setName] = useState(field.name);
	const [options, setOptions] = useState<OptionDraft[]>(() =>
		field.options.map((option, key) => ({ key, name: option, was: option })),
	);
	const [loses, setLoses] = useState(false);
	const { run, pending, refusal } = useAction((input) => editCustomFieldAction(site.place, input));
	const nameBox = useRef<HTMLInputElement>(null);
	const root = useRef<HTMLDivElement>(null);
	const errorOf = (part: string) => refusal?.fields.find((one) => one.field.startsWith(part))?.message;
	const lossError = errorOf("removeFromContacts");

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	function changeOptions(next: OptionDraft[]) {
		setOptions(next);
		setLoses(false);
	}

	function submit(event: FormEvent) {
		event.preventDefault();
		const given = options.map(({ name, was }) => ({ name, was }));
		const chosen = hasOptions(field.dataType) ? { options: given } : {};
		run({ fieldId: field.id, name, ...chosen, removeFromContacts: loses }, ({ message }) => {
			tellDone(message);
			onClose();
		});
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={nameBox}
			finalFocus={() => fieldMenuOrHeading(field.id)}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader
					title="Edit custom field"
					text={
						<>
							Programs go on naming it by <code className="font-mono text-xs">{field.fieldKey}</code>.
						</>
					}
				/>
				<DialogBody>
					<div ref={root} className="space-y-5">
						{refusal && <RefusalSummary refusal={refusal} />}
						<div data-field="name">
							<Field label="Name" required error={errorOf("name")} hint="What people read beside the field.">
								<Input
									ref={nameBox}
									aria-required
									value={name}
									onChange={(event) => setName(event.target.value)}
									maxLength={80}
									dir="auto"
									autoComplete="off"
								/>
							</Field>
						</div>
						{hasOptions(field.dataType) && (
							<div data-field="options">
								<OptionsEditor options={options} onChange={changeOptions} error={errorOf("options")} />
								<p className="mt-2 text-xs text-ink-muted">
									Contacts keep an option that is called otherwise, under its new name.
								</p>
							</div>
						)}
						{(loses || lossError !== undefined) && <Loss checked={loses} onChange={setLoses} />}
					</div>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look={loses ? "danger" : "primary"} pending={pending}>
						{pending ? "Saving…" : "Save changes"}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}

function Loss({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
	const hintId = useId();
	return (
		<div data-field="removeFromContacts">
			<Checkbox
				checked={checked}
				onChange={onChange}
				label={<span className="font-medium">Take the options that go from these contacts</span>}
				describedBy={hintId}
			/>
			<p id={hintId} className="ml-6 text-xs text-ink-muted">
				What they had chosen is lost. This cannot be undone.
			</p>
		</div>
	);
}

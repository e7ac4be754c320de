"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { focusFirstProblem } from "#components/actions/focus-first-problem.ts";
import { RefusalSummary } from "#components/actions/refusal-summary.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter, DialogHeader } from "#components/ui/dialog.tsx";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { DATA_TYPES, type DataType, hasOptions } from "#lib/core/crm/custom-fields.ts";
import { createCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { TYPE_WORDS } from "./field-words.ts";
import { CREATE_FIELD_ID, fieldsHeading } from "./focus-targets.ts";

const TYPES = DATA_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }));

const linesOf = (text: string) =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

/** Asks what a new field is called and what it holds. */
export function CreateFieldDialog({ site, open, onClose, onClosed }: FieldDialogProps<object>) {
	const { tellDone } = useToasts();
	const [name, setName] = useState("");
	const [dataType, setDataType] = useState<DataType>("TEXT");
	const [options, setOptions] = useState("");
	const { run, pending, refusal } = useAction((input) => createCustomFieldAction(site.place, input));
	const nameBox = useRef<HTMLInputElement>(null);
	const root = useRef<HTMLDivElement>(null);
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	useEffect(() => {
		if (refusal && root.current) focusFirstProblem(root.current, refusal);
	}, [refusal]);

	function submit(event: FormEvent) {
		event.preventDefault();
		const chosen = hasOptions(dataType) ? linesOf(options) : [];
		run({ locationId: site.locationId, name, dataType, options: chosen }, ({ message, data }) => {
			tellDone(message, { text: `Programs name it by ${data.fieldKey}.` });
			onClose();
		});
	}

	return (
		<Dialog
			open={open}
			onOpenChange={(next) => !next && onClose()}
			onClosed={onClosed}
			initialFocus={nameBox}
			finalFocus={() => document.getElementById(CREATE_FIELD_ID) ?? fieldsHeading()}
		>
			<form onSubmit={submit} noValidate className="flex min-h-0 flex-1 flex-col">
				<DialogHeader
					title="Add custom field"
					text="Every contact of the location gets it, empty at first."
				/>
				<DialogBody>
					<div ref={root} className="space-y-5">
						{refusal && <RefusalSummary refusal={refusal} />}
						<div data-field="name">
							<Field
								label="Name"
								required
								error={errorOf("name")}
								hint="Its key for programs is made from the name, and stays when the name changes."
							>
								<Input
									ref={nameBox}
									aria-required
									value={name}
									onChange={(event) => setName(event.target.value)}
									maxLength={80}
									autoComplete="off"
								/>
							</Field>
						</div>
						<div data-field="dataType">
							<Field label="Holds" error={errorOf("dataType")} hint="This cannot be changed later.">
								<Select value={dataType} onChange={setDataType} options={TYPES} />
							</Field>
						</div>
						{hasOptions(dataType) && (
							<div data-field="options">
								<Field label="Options" required error={errorOf("options")} hint="One on each line.">
									<Textarea
										aria-required
										value={options}
										onChange={(event) => setOptions(event.target.value)}
										rows={4}
									/>
								</Field>
							</div>
						)}
					</div>
				</DialogBody>
				<DialogFooter>
					<Button onClick={onClose}>Cancel</Button>
					<Button type="submit" look="primary" pending={pending}>
						{pending ? "Adding…" : "Add custom field"}
					</Button>
				</DialogFooter>
			</form>
		</Dialog>
	);
}

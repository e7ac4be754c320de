"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { FormDialog } from "#components/actions/form-dialog.tsx";
import { useAction } from "#components/actions/use-action.ts";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { useToasts } from "#components/ui/toast.tsx";
import { DATA_TYPES, type DataType, hasOptions } from "#lib/core/crm/custom-fields.ts";
import { createCustomFieldAction } from "../actions.ts";
import type { FieldDialogProps } from "./field-actions.tsx";
import { CREATE_FIELD_ID, fieldsHeading } from "./focus-targets.ts";

const linesOf = (text: string) =>
	text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");

/** Asks what a new field is called and what it holds. */
export function CreateFieldDialog({ site, open, onClose, onClosed }: FieldDialogProps<object>) {
	const t = useTranslations("contacts");
	const { tellDone } = useToasts();
	const [name, setName] = useState("");
	const [dataType, setDataType] = useState<DataType>("TEXT");
	const [options, setOptions] = useState("");
	const { run, pending, refusal } = useAction((input) => createCustomFieldAction(site.place, input));
	const nameBox = useRef<HTMLInputElement>(null);
	const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.message;

	function submit() {
		const chosen = hasOptions(dataType) ? linesOf(options) : [];
		run({ locationId: site.locationId, name, dataType, options: chosen }, ({ message, data }) => {
			tellDone(message, { text: t("fields.create.namedBy", { key: data.fieldKey }) });
			onClose();
		});
	}

	return (
		<FormDialog
			open={open}
			onClose={onClose}
			onClosed={onClosed}
			title={t("fields.add")}
			text={t("fields.create.text")}
			button={{ text: t("fields.add"), pendingText: t("adding"), look: "primary" }}
			pending={pending}
			refusal={refusal}
			onSubmit={submit}
			draft={{ name, dataType, options }}
			initialFocus={nameBox}
			finalFocus={() => document.getElementById(CREATE_FIELD_ID) ?? fieldsHeading()}
		>
			<div data-field="name">
				<Field label={t("name")} required error={errorOf("name")} hint={t("fields.create.nameHint")}>
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
				<Field label={t("fields.holds")} error={errorOf("dataType")} hint={t("fields.create.holdsHint")}>
					<Select
						value={dataType}
						onChange={setDataType}
						options={DATA_TYPES.map((type) => ({ value: type, label: t(`fields.types.${type}`) }))}
					/>
				</Field>
			</div>
			{hasOptions(dataType) && (
				<div data-field="options">
					<Field
						label={t("fields.options.legend")}
						required
						error={errorOf("options")}
						hint={t("fields.create.optionsHint")}
					>
						<Textarea
							aria-required
							value={options}
							onChange={(event) => setOptions(event.target.value)}
							rows={4}
						/>
					</Field>
				</div>
			)}
		</FormDialog>
	);
}

"use client";

import { useState } from "react";
import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { INACTIVITY_DAYS } from "#lib/core/keys/countdown.ts";
import type { PartProps } from "./key-form.tsx";
import { FoldedPart } from "./key-form-part.tsx";

const FIELDS = ["inactivityDays", "inactivityExempt", "rotateEveryDays"];

/** What becomes of the key when nobody looks after it. */
export function UpkeepFields({ draft, onChange, errorOf, policy }: PartProps) {
	const isSet = draft.inactivity !== "agency" || draft.rotateEveryDays !== "";
	const isRefused = FIELDS.some((field) => errorOf(field));
	const [wanted, setWanted] = useState(isSet);
	return (
		<FoldedPart
			title="Upkeep"
			text="Inactivity, rotation reminder"
			open={wanted || isRefused}
			onToggle={setWanted}
		>
			<div data-field="inactivityDays" className="grid gap-4 sm:grid-cols-2">
				<Field label="When nobody uses it" error={errorOf("inactivityExempt")} hint={HINTS[draft.inactivity]}>
					<Select
						value={draft.inactivity}
						onChange={(inactivity) => onChange({ inactivity })}
						options={[
							{ value: "agency", label: agencyText(policy.inactivityDays) },
							{ value: "own", label: "Delete after other days" },
							{ value: "exempt", label: "Never delete" },
						]}
					/>
				</Field>
				{draft.inactivity === "own" && (
					<Field
						label="Days without use"
						required
						error={errorOf("inactivityDays")}
						hint={`From ${INACTIVITY_DAYS.min} to ${INACTIVITY_DAYS.max}.`}
					>
						<Input
							aria-required
							inputMode="numeric"
							autoComplete="off"
							value={draft.inactivityDays}
							onChange={(event) => onChange({ inactivityDays: event.target.value })}
							className="tabular-nums"
						/>
					</Field>
				)}
			</div>
			<div data-field="rotateEveryDays">
				<Field
					label="Remind to rotate"
					error={errorOf("rotateEveryDays")}
					hint="After so many days with the same secret. Empty: no reminder."
					className="sm:max-w-[calc(50%-0.5rem)]"
				>
					<Input
						inputMode="numeric"
						autoComplete="off"
						value={draft.rotateEveryDays}
						onChange={(event) => onChange({ rotateEveryDays: event.target.value })}
						placeholder="No reminder"
						className="tabular-nums"
					/>
				</Field>
			</div>
		</FoldedPart>
	);
}

const TOLD = "Whoever may change it is told 15, 7 and 1 days before.";
const HINTS = { agency: TOLD, own: TOLD, exempt: "It stays, however long nobody uses it." };

const agencyText = (days: number | null) =>
	days === null ? "As the agency: never delete" : `As the agency: delete after ${days} days`;

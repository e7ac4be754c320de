"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { INACTIVITY_DAYS } from "#lib/core/keys/countdown.ts";
import type { PartProps } from "./key-form.tsx";
import { FoldedPart } from "./key-form-part.tsx";

const FIELDS = ["inactivityDays", "inactivityExempt", "rotateEveryDays"];

/** What becomes of the key when nobody looks after it. */
export function UpkeepFields({ draft, onChange, errorOf, policy }: PartProps) {
	const days = policy.inactivityDays;
	const t = useTranslations("apiKey.form.upkeep");
	const isSet = draft.inactivity !== "agency" || draft.rotateEveryDays !== "";
	const isRefused = FIELDS.some((field) => errorOf(field));
	const [wanted, setWanted] = useState(isSet);
	return (
		<FoldedPart title={t("title")} text={t("text")} open={wanted || isRefused} onToggle={setWanted}>
			<div data-field="inactivityDays" className="grid gap-4 sm:grid-cols-2">
				<Field
					label={t("unused")}
					error={errorOf("inactivityExempt")}
					hint={t(draft.inactivity === "exempt" ? "stays" : "told")}
				>
					<Select
						value={draft.inactivity}
						onChange={(inactivity) => onChange({ inactivity })}
						options={[
							{ value: "agency", label: days === null ? t("agencyNever") : t("agency", { days }) },
							{ value: "own", label: t("own") },
							{ value: "exempt", label: t("exempt") },
						]}
					/>
				</Field>
				{draft.inactivity === "own" && (
					<Field
						label={t("days")}
						required
						error={errorOf("inactivityDays")}
						hint={t("daysHint", INACTIVITY_DAYS)}
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
					label={t("remind")}
					error={errorOf("rotateEveryDays")}
					hint={t("remindHint")}
					className="sm:max-w-[calc(50%-0.5rem)]"
				>
					<Input
						inputMode="numeric"
						autoComplete="off"
						value={draft.rotateEveryDays}
						onChange={(event) => onChange({ rotateEveryDays: event.target.value })}
						placeholder={t("noReminder")}
						className="tabular-nums"
					/>
				</Field>
			</div>
		</FoldedPart>
	);
}

"use client";

import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { RefillChoice } from "./key-draft.ts";
import type { PartProps } from "./key-form.tsx";

export function CreditsField({ draft, onChange, errorOf }: PartProps) {
	const t = useTranslations("apiKey.form.credits");
	return (
		<div data-field="credits">
			<Field label={t("title")} error={errorOf("credits")} hint={t("hint")}>
				<Input
					inputMode="numeric"
					value={draft.credits}
					onChange={(event) => onChange({ credits: event.target.value })}
					placeholder={t("none")}
					className="tabular-nums"
				/>
			</Field>
		</div>
	);
}

const CHOICES = ["never", "DAY", "MONTH"] as const satisfies RefillChoice[];

const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** From here on some months have no such day. */
const LAST_SURE_DAY = 28;

/** Whether and when credits come back. Makes sense only for a key that has some. */
export function RefillFields({ draft, onChange, errorOf }: PartProps) {
	const t = useTranslations("apiKey.form.credits");
	const { refill, refillAmount, refillDay } = draft;
	const isSureDay = refill === "DAY" || Number(refillDay) <= LAST_SURE_DAY;
	const hint = refill === "never" ? "usedUp" : isSureDay ? "midnight" : "midnightLast";
	return (
		<div data-field="refill" className="grid gap-4 sm:grid-cols-2">
			<div className="flex gap-2">
				<Field label={t("refill")} hint={t(hint)} className="flex-1">
					<Select
						value={refill}
						onChange={(choice) => onChange({ refill: choice })}
						options={CHOICES.map((value) => ({ value, label: t(`every.${value}`) }))}
					/>
				</Field>
				{refill === "MONTH" && (
					<Select
						label={t("dayOf")}
						value={refillDay}
						onChange={(day) => onChange({ refillDay: day })}
						options={DAYS.map((day) => ({ value: `${day}`, label: t("day", { day }) }))}
						className="mt-6.5 w-28 any-pointer-coarse:w-32"
					/>
				)}
			</div>
			{refill !== "never" && (
				<Field label={t("to")} required error={errorOf("refill")} hint={t("toHint")}>
					<Input
						aria-required
						inputMode="numeric"
						value={refillAmount}
						onChange={(event) => onChange({ refillAmount: event.target.value })}
						className="tabular-nums"
					/>
				</Field>
			)}
		</div>
	);
}

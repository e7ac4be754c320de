"use client";

import { useId } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { DATE_LOCALES } from "#lib/core/texts/languages.ts";
import { type ExpiryChoice, expiryDays, expiryMoment } from "./key-draft.ts";
import type { PartProps } from "./key-form.tsx";

const DAY_MS = 86_400_000;

/** The last date that may be chosen. A chosen day ends at midnight, so that of a policy's last day lies beyond it. */
const dateMax = (keyDaysMax: number | null) =>
	Date.now() + (keyDaysMax === null ? 3_650 : keyDaysMax - 1) * DAY_MS;

export function ExpiryFields({ draft, onChange, errorOf, policy, before }: PartProps) {
	const t = useTranslations("apiKey.form.expiry");
	const dayText = useDayText();
	const endText = useEndText();
	const id = useId();
	const error = errorOf("expiresAt");
	const { keyDaysMax } = policy;
	const neverEnded = before !== null && before.expiresAt === null;
	const limit = keyDaysMax === null ? "" : ` ${t("longest", { days: keyDaysMax })}`;
	const options: SelectOption<ExpiryChoice>[] = [
		...(draft.expiresAt
			? [{ value: "keep", label: t("asItIs", { date: dayText(draft.expiresAt) }) } as const]
			: []),
		...(keyDaysMax === null ? [{ value: "never", label: t("never") } as const] : []),
		...(keyDaysMax !== null && neverEnded ? [{ value: "never", label: t("asItIsNever") } as const] : []),
		...expiryDays(keyDaysMax).map((days) => ({
			value: `${days}` as const,
			label: t("inDays", { days }),
		})),
		{ value: "date", label: t("onDate") },
	];
	return (
		<div data-field="expiresAt" className="grid gap-4 sm:grid-cols-2">
			<Field
				label={t("title")}
				error={draft.expiry === "date" ? undefined : error}
				hint={
					draft.expiry === "date"
						? undefined
						: `${endText(draft.expiry, expiryMoment(draft, Date.now()))}${limit}`
				}
			>
				<Select value={draft.expiry} onChange={(expiry) => onChange({ expiry })} options={options} />
			</Field>
			{draft.expiry === "date" && (
				<Field label={t("lastDay")} required error={error} hint={`${t("lastDayText")}${limit}`}>
					<Input
						id={id}
						type="date"
						aria-required
						min={localDate(Date.now())}
						max={localDate(dateMax(keyDaysMax))}
						value={draft.expiryDate}
						onChange={(event) => onChange({ expiryDate: event.target.value })}
					/>
				</Field>
			)}
		</div>
	);
}

function useDayText() {
	const day = new Intl.DateTimeFormat(DATE_LOCALES[useLocale()], { dateStyle: "long" });
	return (moment: string) => day.format(new Date(moment));
}

function useEndText() {
	const t = useTranslations("apiKey.form.expiry");
	const dayText = useDayText();
	return (choice: ExpiryChoice, moment: string | null) => {
		if (moment === null) return t("forEver");
		if (choice === "keep" && new Date(moment).getTime() < Date.now()) return t("over");
		return t("stops", { date: dayText(moment) });
	};
}

/** `2026-11-12` where the reader is. */
function localDate(moment: number) {
	const date = new Date(moment);
	return new Date(moment - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

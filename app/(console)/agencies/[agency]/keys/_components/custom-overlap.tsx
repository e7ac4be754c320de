"use client";

import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { OVERLAP_UNITS, type OverlapDraft } from "./overlap-draft.ts";

type CustomOverlapProps = {
	draft: OverlapDraft;
	onChange: (change: Partial<OverlapDraft>) => void;
	error: string | undefined;
};

export function CustomOverlap({ draft, onChange, error }: CustomOverlapProps) {
	const t = useTranslations("apiKey.dialogs.rotate");
	const units = OVERLAP_UNITS.map((value) => ({ value, label: t(`units.${value}`) }));
	return (
		<div ref={showWhole} className="grid max-w-sm scroll-mb-10 grid-cols-2 items-start gap-3">
			<Field label={t("for")} required error={error}>
				<Input
					type="number"
					inputMode="numeric"
					aria-required
					min={1}
					step={1}
					value={draft.count}
					onChange={(event) => onChange({ count: event.target.value })}
				/>
			</Field>
			<Field label={t("unit")}>
				<Select value={draft.unit} onChange={(unit) => onChange({ unit })} options={units} />
			</Field>
		</div>
	);
}

/** On a phone the fields appear below the edge of the dialog. */
const showWhole = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

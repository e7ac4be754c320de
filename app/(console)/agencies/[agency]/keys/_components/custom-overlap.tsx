"use client";

import { Field, Input } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { type OverlapDraft, UNIT_OPTIONS } from "./overlap-draft.ts";

type CustomOverlapProps = {
	draft: OverlapDraft;
	onChange: (change: Partial<OverlapDraft>) => void;
	error: string | undefined;
};

export const CustomOverlap = ({ draft, onChange, error }: CustomOverlapProps) => (
	<div ref={showWhole} className="grid max-w-sm scroll-mb-10 grid-cols-2 items-start gap-3">
		<Field label="For" required error={error}>
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
		<Field label="Unit">
			<Select value={draft.unit} onChange={(unit) => onChange({ unit })} options={UNIT_OPTIONS} />
		</Field>
	</div>
);

/** On a phone the fields appear below the edge of the dialog. */
const showWhole = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });

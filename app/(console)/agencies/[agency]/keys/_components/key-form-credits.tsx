"use client";

import { Field, Input } from "#components/ui/field.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import type { RefillChoice } from "./key-draft.ts";
import type { PartProps } from "./key-form.tsx";

export const CreditsField = ({ draft, onChange, errorOf }: PartProps) => (
	<div data-field="credits">
		<Field label="Credits" error={errorOf("credits")} hint="Requests left in all. Empty: not counted.">
			<Input
				inputMode="numeric"
				value={draft.credits}
				onChange={(event) => onChange({ credits: event.target.value })}
				placeholder="Not counted"
				className="tabular-nums"
			/>
		</Field>
	</div>
);

const CHOICES: SelectOption<RefillChoice>[] = [
	{ value: "never", label: "Never" },
	{ value: "DAY", label: "Every day" },
	{ value: "MONTH", label: "Every month" },
];

const DAYS = Array.from({ length: 31 }, (_, index) => ({ value: `${index + 1}`, label: `Day ${index + 1}` }));

/** Whether and when credits come back. Makes sense only for a key that has some. */
export function RefillFields({ draft, onChange, errorOf }: PartProps) {
	const { refill, refillAmount, refillDay } = draft;
	return (
		<div data-field="refill" className="grid gap-4 sm:grid-cols-2">
			<div className="flex gap-2">
				<Field label="Refill" hint={refillText(refill, Number(refillDay))} className="flex-1">
					<Select value={refill} onChange={(choice) => onChange({ refill: choice })} options={CHOICES} />
				</Field>
				{refill === "MONTH" && (
					<Select
						label="Day of the refill"
						value={refillDay}
						onChange={(day) => onChange({ refillDay: day })}
						options={DAYS}
						className="mt-6.5 w-28 any-pointer-coarse:w-32"
					/>
				)}
			</div>
			{refill !== "never" && (
				<Field
					label="Refill to"
					required
					error={errorOf("refill")}
					hint="Credits after each refill, whatever was left before."
				>
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

function refillText(choice: RefillChoice, day: number) {
	if (choice === "never") return "When the credits are used up, the key is refused.";
	if (choice === "DAY") return "At midnight UTC.";
	return day > 28 ? "At midnight UTC; in shorter months on the last day." : "At midnight UTC.";
}

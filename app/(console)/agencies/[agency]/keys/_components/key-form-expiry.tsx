"use client";

import { useId } from "react";
import { Field, Input } from "#components/ui/field.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { lifeText } from "#lib/core/policies.ts";
import { type ExpiryChoice, expiryDays, expiryMoment } from "./key-draft.ts";
import type { PartProps } from "./key-form.tsx";

const day = new Intl.DateTimeFormat("en", { dateStyle: "long" });

const DAY_MS = 86_400_000;

/** The last date that may be chosen. A chosen day ends at midnight, so that of a policy's last day lies beyond it. */
const dateMax = (keyDaysMax: number | null) =>
	Date.now() + (keyDaysMax === null ? 3_650 : keyDaysMax - 1) * DAY_MS;

export function ExpiryFields({ draft, onChange, errorOf, policy, before }: PartProps) {
	const id = useId();
	const error = errorOf("expiresAt");
	const { keyDaysMax } = policy;
	const neverEnded = before !== null && before.expiresAt === null;
	const limit = keyDaysMax === null ? "" : ` ${lifeText(keyDaysMax)}`;
	const options: SelectOption<ExpiryChoice>[] = [
		...(draft.expiresAt
			? [{ value: "keep", label: `As it is: ${day.format(new Date(draft.expiresAt))}` } as const]
			: []),
		...(keyDaysMax === null ? [{ value: "never", label: "Never" } as const] : []),
		...(keyDaysMax !== null && neverEnded ? [{ value: "never", label: "As it is: never" } as const] : []),
		...expiryDays(keyDaysMax).map((days) => ({
			value: `${days}` as const,
			label: days === 1 ? "In 1 day" : `In ${days} days`,
		})),
		{ value: "date", label: "On a date" },
	];
	return (
		<div data-field="expiresAt" className="grid gap-4 sm:grid-cols-2">
			<Field
				label="Expires"
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
				<Field
					label="Last day"
					required
					error={error}
					hint={`Until the end of this day, in your time zone.${limit}`}
				>
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

function endText(choice: ExpiryChoice, moment: string | null) {
	if (moment === null) return "The key works until it is switched off, revoked or deleted.";
	if (choice === "keep" && new Date(moment).getTime() < Date.now())
		return "Ended. A new date brings the key back.";
	return `Stops on ${day.format(new Date(moment))}.`;
}

/** `2026-11-12` where the reader is. */
function localDate(moment: number) {
	const date = new Date(moment);
	return new Date(moment - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

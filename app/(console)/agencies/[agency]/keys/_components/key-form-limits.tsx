"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { PartProps } from "./key-form.tsx";
import { CreditsField, RefillFields } from "./key-form-credits.tsx";
import { FoldedPart } from "./key-form-part.tsx";

const PERIODS = [
	{ value: "1", name: "second" },
	{ value: "60", name: "minute" },
	{ value: "3600", name: "hour" },
] as const;

const FIELDS = ["allowedAddresses", "rateLimit", "credits", "refill"];

/** What few keys need: folded away until something is set, or something in it was refused. */
export function LimitFields(part: PartProps) {
	const t = useTranslations("apiKey.form.limits");
	const { draft, onChange, errorOf, policy, before } = part;
	const needsAddress = policy.addressesRequired && (before === null || before.allowedAddresses.length > 0);
	const isSet = draft.addresses !== "" || draft.rateMax !== "" || draft.credits !== "";
	const isRefused = FIELDS.some((field) => errorOf(field));
	const [wanted, setWanted] = useState(isSet || needsAddress);
	const open = wanted || isRefused;

	return (
		<FoldedPart title={t("title")} text={t("text")} open={open} onToggle={setWanted}>
			<div data-field="allowedAddresses">
				<Field
					label={t("addresses")}
					required={needsAddress}
					error={errorOf("allowedAddresses")}
					hint={t(needsAddress ? "addressesNeeded" : "addressesFree")}
				>
					<Textarea
						aria-required={needsAddress}
						value={draft.addresses}
						onChange={(event) => onChange({ addresses: event.target.value })}
						rows={3}
						spellCheck={false}
						placeholder={"203.0.113.7\n2001:db8::/32"}
						className="font-mono text-[0.8125rem]"
					/>
				</Field>
			</div>
			<div className="grid gap-4 sm:grid-cols-2">
				<div data-field="rateLimit" className="flex gap-2">
					<Field label={t("rate")} error={errorOf("rateLimit")} hint={t("rateHint")} className="flex-1">
						<Input
							inputMode="numeric"
							value={draft.rateMax}
							onChange={(event) => onChange({ rateMax: event.target.value })}
							placeholder={t("noLimit")}
							className="tabular-nums"
						/>
					</Field>
					<Select
						label={t("period")}
						value={draft.rateSeconds}
						onChange={(rateSeconds) => onChange({ rateSeconds })}
						options={PERIODS.map(({ value, name }) => ({ value, label: t(name) }))}
						className="mt-6.5 w-32 any-pointer-coarse:w-36"
					/>
				</div>
				<CreditsField {...part} />
			</div>
			{draft.credits.trim() !== "" && <RefillFields {...part} />}
		</FoldedPart>
	);
}

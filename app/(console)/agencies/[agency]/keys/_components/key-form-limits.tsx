"use client";

import { useState } from "react";
import { Field, Input, Textarea } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { PartProps } from "./key-form.tsx";
import { CreditsField, RefillFields } from "./key-form-credits.tsx";
import { FoldedPart } from "./key-form-part.tsx";

const PERIODS = [
	{ value: "1", label: "a second" },
	{ value: "60", label: "a minute" },
	{ value: "3600", label: "an hour" },
];

const FIELDS = ["allowedAddresses", "rateLimit", "credits", "refill"];

/** What few keys need: folded away until something is set, or something in it was refused. */
export function LimitFields(part: PartProps) {
	const { draft, onChange, errorOf, policy, before } = part;
	const needsAddress = policy.addressesRequired && (before === null || before.allowedAddresses.length > 0);
	const isSet = draft.addresses !== "" || draft.rateMax !== "" || draft.credits !== "";
	const isRefused = FIELDS.some((field) => errorOf(field));
	const [wanted, setWanted] = useState(isSet || needsAddress);
	const open = wanted || isRefused;

	return (
		<FoldedPart title="Limits" text="Addresses, rate limit, credits" open={open} onToggle={setWanted}>
			<div data-field="allowedAddresses">
				<Field
					label="Allowed addresses"
					required={needsAddress}
					error={errorOf("allowedAddresses")}
					hint={
						needsAddress
							? "IPv4, IPv6 or CIDR ranges, one on a line. Your agency's policy asks for at least one."
							: "IPv4, IPv6 or CIDR ranges, one on a line. Empty: any address."
					}
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
					<Field
						label="Rate limit"
						error={errorOf("rateLimit")}
						hint="Requests in a period. Empty: no limit."
						className="flex-1"
					>
						<Input
							inputMode="numeric"
							value={draft.rateMax}
							onChange={(event) => onChange({ rateMax: event.target.value })}
							placeholder="No limit"
							className="tabular-nums"
						/>
					</Field>
					<Select
						label="Period of the rate limit"
						value={draft.rateSeconds}
						onChange={(rateSeconds) => onChange({ rateSeconds })}
						options={PERIODS}
						className="mt-6.5 w-32 any-pointer-coarse:w-36"
					/>
				</div>
				<CreditsField {...part} />
			</div>
			{draft.credits.trim() !== "" && <RefillFields {...part} />}
		</FoldedPart>
	);
}

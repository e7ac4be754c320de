"use client";

import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";

type RevokeReasonProps = { reason: string; isMissing: boolean; onChange: (reason: string) => void };

/** Asks why many keys are revoked. */
export function RevokeReason({ reason, isMissing, onChange }: RevokeReasonProps) {
	const t = useTranslations("keys.bulk");
	return (
		<Field label={t("reason")} required error={isMissing ? t("reasonMissing") : undefined}>
			<Input
				aria-required
				value={reason}
				onChange={(event) => onChange(event.target.value)}
				maxLength={200}
				autoComplete="off"
			/>
		</Field>
	);
}

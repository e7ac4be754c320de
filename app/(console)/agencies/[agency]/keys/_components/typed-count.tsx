"use client";

import { useTranslations } from "use-intl/react";
import { Field, Input } from "#components/ui/field.tsx";

type TypedCountProps = {
	/** The number of keys, which has to be typed. */
	count: number;
	typed: string;
	isWrong: boolean;
	onChange: (typed: string) => void;
};

/** Asks whoever ends keys in use how many they are. */
export function TypedCount({ count, typed, isWrong, onChange }: TypedCountProps) {
	const t = useTranslations("keys.bulk");
	return (
		<Field
			label={t.rich("type", { count, b: (text) => <b className="font-semibold">{text}</b> })}
			error={isWrong ? t("typeWrong", { count }) : undefined}
		>
			<Input
				value={typed}
				onChange={(event) => onChange(event.target.value)}
				inputMode="numeric"
				autoComplete="off"
			/>
		</Field>
	);
}

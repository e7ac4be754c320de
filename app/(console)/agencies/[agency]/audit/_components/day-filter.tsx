"use client";

import { useTranslations } from "use-intl/react";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

type DayFilterProps = { label: string; value: string | null; onChange: (day: string | null) => void };

/** A day in UTC, as the log counts them. */
export function DayFilter({ label, value, onChange }: DayFilterProps) {
	const t = useTranslations("audit");
	return (
		<label
			className={cn(
				controlStyle,
				"flex h-9 w-auto flex-1 basis-36 items-center gap-1.5 border-line-strong pe-2 any-pointer-coarse:h-11 sm:flex-none",
				"focus-within:border-accent-edge focus-within:outline-2 focus-within:outline-accent-edge focus-within:-outline-offset-1",
			)}
		>
			<span className="text-ink-muted">{label}</span>
			<input
				type="date"
				aria-label={t("day", { label })}
				title={t("dayHint")}
				value={value ?? ""}
				onChange={(event) => onChange(event.target.value || null)}
				className="min-w-0 flex-1 bg-transparent outline-none"
			/>
		</label>
	);
}

"use client";

import { Search, X } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { useShortcut } from "#components/shell/shortcuts.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";

type SearchBoxProps = { label: string; value: string; onChange: (value: string) => void; className?: string };

export function SearchBox({ label, value, onChange, className }: SearchBoxProps) {
	const t = useTranslations("table");
	const box = useRef<HTMLInputElement>(null);
	useShortcut({ keys: "/", label, scope: "page" }, () => box.current?.focus());
	return (
		<search className={cn("relative block", className)}>
			<Search
				aria-hidden
				className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-ink-muted"
			/>
			<input
				ref={box}
				type="text"
				inputMode="search"
				enterKeyHint="search"
				aria-label={label}
				placeholder={label}
				autoComplete="off"
				spellCheck={false}
				maxLength={80}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				onKeyDown={(event) => event.key === "Escape" && onChange("")}
				className={cn(controlStyle, "h-9 px-9 any-pointer-coarse:h-11")}
			/>
			{value && (
				<button
					type="button"
					aria-label={t("clearSearch")}
					onClick={() => {
						onChange("");
						box.current?.focus();
					}}
					className={cn(
						buttonStyle({ look: "quiet", size: "icon" }),
						"absolute inset-y-0 end-1 my-auto size-7",
					)}
				>
					<X aria-hidden className="size-4" />
				</button>
			)}
		</search>
	);
}

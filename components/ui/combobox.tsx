"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, Search } from "lucide-react";
import type { Ref } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { cn } from "./class-names.ts";
import { itemStyle, popupStyle } from "./control-style.ts";
import { comboboxName, SelectFace, selectStyle } from "./select-face.tsx";

export type ComboboxOption = { value: string; label: string };

export type ComboboxProps = {
	value: string | null;
	onChange: (value: string) => void;
	options: readonly ComboboxOption[];
	/** The name of the control and of its search box. */
	label: string;
	placeholder?: string;
	prefix?: string;
	invalid?: boolean;
	className?: string;
	/** For whoever has to put the focus on it. */
	button?: Ref<HTMLButtonElement>;
};

/** A select whose options can be searched: for lists that may be long. */
export function Combobox(props: ComboboxProps) {
	const { value, onChange, options, label, placeholder, prefix, invalid, className, button } = props;
	const t = useTranslations("ui");
	const isNounKept = useLocale() === "de";
	const chosen = options.find((option) => option.value === value) ?? null;
	return (
		<Base.Root
			items={options}
			value={chosen}
			onValueChange={(next) => next && onChange(next.value)}
			isItemEqualToValue={(item, other) => item.value === other.value}
			autoHighlight
		>
			<Base.Trigger
				aria-label={comboboxName(label, chosen?.label ?? placeholder)}
				data-invalid={invalid ? "" : undefined}
				ref={button}
				className={selectStyle(prefix, className)}
			>
				<SelectFace prefix={prefix} chosen={chosen?.label} placeholder={placeholder} />
			</Base.Trigger>
			<Base.Portal>
				<Base.Positioner align="start" sideOffset={4} className="z-50 outline-none">
					<Base.Popup
						aria-label={label}
						className={cn(popupStyle, "flex max-h-96 w-(--anchor-width) min-w-64 flex-col overflow-hidden")}
					>
						<SearchBox label={t("searchFor", { what: isNounKept ? label : label.toLowerCase() })} />
						<OptionList />
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

export function SearchBox({ label }: { label: string }) {
	const t = useTranslations("ui");
	return (
		<div className="flex items-center gap-2 border-b border-line px-3">
			<Search aria-hidden className="size-4 shrink-0 text-ink-muted" />
			<Base.Input
				aria-label={label}
				placeholder={t("search")}
				className="h-10 w-full min-w-0 bg-transparent text-sm outline-none placeholder:text-ink-faint any-pointer-coarse:text-base"
			/>
		</div>
	);
}

export function NothingFound() {
	const t = useTranslations("ui");
	return (
		<Base.Empty>
			<div className="px-3 py-6 text-center text-sm text-ink-muted">{t("nothingFound")}</div>
		</Base.Empty>
	);
}

export const OptionList = () => (
	<>
		<NothingFound />
		<Base.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 data-empty:p-0">
			{(option: ComboboxOption) => (
				<Base.Item key={option.value} value={option} className={itemStyle}>
					<span className="min-w-0 flex-1 truncate">{option.label}</span>
					<Base.ItemIndicator className="text-accent-ink">
						<Check aria-hidden className="size-4" />
					</Base.ItemIndicator>
				</Base.Item>
			)}
		</Base.List>
	</>
);

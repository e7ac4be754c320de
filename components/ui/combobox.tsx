"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, Search } from "lucide-react";
import { cn } from "./class-names.ts";
import { controlStyle, itemStyle, popupStyle } from "./control-style.ts";

export type ComboboxOption = { value: string; label: string };

type ComboboxProps = {
	value: string | null;
	onChange: (value: string) => void;
	options: readonly ComboboxOption[];
	/** The name of the control and of its search box. */
	label: string;
	placeholder?: string;
	prefix?: string;
	invalid?: boolean;
	className?: string;
};

/** A select whose options can be searched: for lists that may be long. */
export function Combobox(props: ComboboxProps) {
	const { value, onChange, options, label, placeholder, prefix, invalid, className } = props;
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
				aria-label={`${label} ${chosen?.label ?? placeholder ?? ""}`}
				data-invalid={invalid ? "" : undefined}
				className={cn(
					controlStyle,
					"flex h-9 cursor-default items-center gap-1.5 pr-2 text-start any-pointer-coarse:h-11",
					prefix && "border-line-strong",
					className,
				)}
			>
				{prefix && <span className="text-ink-muted">{prefix}</span>}
				<span className={cn("min-w-0 flex-1 truncate", !chosen && "text-ink-faint")}>
					{chosen?.label ?? placeholder}
				</span>
				<ChevronDown aria-hidden className="size-4 shrink-0 text-ink-muted" />
			</Base.Trigger>
			<Base.Portal>
				<Base.Positioner align="start" sideOffset={4} className="z-50 outline-none">
					<Base.Popup
						aria-label={label}
						className={cn(popupStyle, "flex max-h-96 w-(--anchor-width) min-w-64 flex-col overflow-hidden")}
					>
						<SearchBox label={`Search ${label.toLowerCase()}`} />
						<OptionList />
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

export function SearchBox({ label }: { label: string }) {
	return (
		<div className="flex items-center gap-2 border-b border-line px-3">
			<Search aria-hidden className="size-4 shrink-0 text-ink-muted" />
			<Base.Input
				aria-label={label}
				placeholder="Search"
				className="h-10 w-full min-w-0 bg-transparent text-sm outline-none placeholder:text-ink-faint any-pointer-coarse:text-base"
			/>
		</div>
	);
}

export const NothingFound = () => (
	<Base.Empty>
		<div className="px-3 py-6 text-center text-sm text-ink-muted">Nothing found</div>
	</Base.Empty>
);

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

"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { cn } from "./class-names.ts";
import { type ComboboxOption, OptionList } from "./combobox.tsx";
import { controlStyle, popupStyle } from "./control-style.ts";

type MultiComboboxProps = {
	id: string;
	values: readonly string[];
	onChange: (values: string[]) => void;
	options: readonly ComboboxOption[];
	placeholder: string;
	describedBy?: string | undefined;
	invalid?: boolean;
};

/** Chooses several of a searchable list; what is chosen shows as chips that can be removed. */
export function MultiCombobox(props: MultiComboboxProps) {
	const { id, values, onChange, options, placeholder, describedBy, invalid } = props;
	const t = useTranslations("ui");
	const [query, setQuery] = useState("");
	const chosen = options.filter((option) => values.includes(option.value));

	function choose(next: ComboboxOption[], details: Base.Root.ChangeEventDetails) {
		// Escape leaves the list; it does not throw away what was chosen.
		if (details.reason === "escape-key") return details.cancel();
		setQuery("");
		onChange(next.map((option) => option.value));
	}

	return (
		<Base.Root
			multiple
			items={options}
			value={chosen}
			onValueChange={choose}
			inputValue={query}
			onInputValueChange={setQuery}
			isItemEqualToValue={(item, other) => item.value === other.value}
			onOpenChange={(open, details) => {
				if (!open && details.reason === "item-press") details.cancel();
			}}
			autoHighlight
		>
			<Base.InputGroup
				data-invalid={invalid ? "" : undefined}
				className={cn(
					controlStyle,
					"flex max-h-44 min-h-9 cursor-text items-start overflow-y-auto px-1.5 py-1 any-pointer-coarse:min-h-11",
					"focus-within:border-accent-edge focus-within:outline-2 focus-within:outline-accent-edge focus-within:-outline-offset-1",
				)}
			>
				<Base.Chips aria-label={t("chosen")} className="my-auto flex w-full flex-wrap items-center gap-1">
					{chosen.map((option) => (
						<Chip key={option.value} option={option} />
					))}
					<Base.Input
						id={id}
						aria-describedby={describedBy}
						aria-invalid={invalid || undefined}
						// Enter chooses here; it must not send the form around it.
						onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
						placeholder={chosen.length === 0 ? placeholder : t("addAnother")}
						className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-sm outline-none placeholder:text-ink-faint any-pointer-coarse:text-base"
					/>
				</Base.Chips>
			</Base.InputGroup>
			<Base.Portal>
				<Base.Positioner align="start" sideOffset={6} className="z-50 outline-none">
					<Base.Popup
						className={cn(
							popupStyle,
							"flex max-h-[min(18rem,var(--available-height))] w-(--anchor-width) flex-col overflow-hidden",
						)}
					>
						<OptionList />
					</Base.Popup>
				</Base.Positioner>
			</Base.Portal>
		</Base.Root>
	);
}

function Chip({ option }: { option: ComboboxOption }) {
	const t = useTranslations("ui");
	return (
		<Base.Chip
			aria-label={option.label}
			aria-description={t("removeByKey")}
			className="flex min-w-0 max-w-full items-center gap-0.5 rounded bg-accent-soft py-0.5 pe-0.5 ps-2 text-[0.8125rem] text-accent-ink"
		>
			<span className="min-w-0 truncate">{option.label}</span>
			<Base.ChipRemove
				aria-label={t("remove", { name: option.label })}
				className="flex size-5 items-center justify-center rounded hover:bg-hover"
			>
				<X aria-hidden className="size-3.5" />
			</Base.ChipRemove>
		</Base.Chip>
	);
}

"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { Ref } from "react";
import { cn } from "./class-names.ts";
import { itemStyle, popupStyle } from "./control-style.ts";
import { selectStyle } from "./select-face.tsx";

export type SelectOption<Value extends string> = { value: Value; label: string };

export type SelectProps<Value extends string> = {
	value: Value;
	onChange: (value: Value) => void;
	options: readonly SelectOption<Value>[];
	/** Needed when no Field gives it a name. */
	label?: string;
	/** Stands before the chosen value, so that a filter says what it filters. */
	prefix?: string;
	className?: string;
	/** For whoever has to put the focus on it. */
	button?: Ref<HTMLButtonElement>;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
	const { value, onChange, options, label, prefix, className, button } = props;
	return (
		<BaseSelect.Root items={options} value={value} onValueChange={(next) => next !== null && onChange(next)}>
			<BaseSelect.Trigger aria-label={label} ref={button} className={selectStyle(prefix, className)}>
				{prefix && <span className="text-ink-muted">{prefix}</span>}
				<BaseSelect.Value className="min-w-0 flex-1 truncate" />
				<BaseSelect.Icon render={<ChevronDown aria-hidden className="size-4 shrink-0 text-ink-muted" />} />
			</BaseSelect.Trigger>
			<BaseSelect.Portal>
				<BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
					<BaseSelect.Popup
						className={cn(
							popupStyle,
							"max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1",
						)}
					>
						{options.map((option) => (
							<BaseSelect.Item key={option.value} value={option.value} className={itemStyle}>
								<BaseSelect.ItemText className="min-w-0 flex-1 truncate">{option.label}</BaseSelect.ItemText>
								<BaseSelect.ItemIndicator className="text-accent-ink">
									<Check aria-hidden className="size-4" />
								</BaseSelect.ItemIndicator>
							</BaseSelect.Item>
						))}
					</BaseSelect.Popup>
				</BaseSelect.Positioner>
			</BaseSelect.Portal>
		</BaseSelect.Root>
	);
}

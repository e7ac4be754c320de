"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

type CheckboxProps = {
	checked: boolean;
	/** Some of a group, not all. */
	mixed?: boolean;
	onChange: (checked: boolean) => void;
	disabled?: boolean;
	label: ReactNode;
	describedBy?: string | undefined;
	className?: string;
};

export function Checkbox({
	checked,
	mixed,
	onChange,
	disabled,
	label,
	describedBy,
	className,
}: CheckboxProps) {
	return (
		// biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI checkbox inside
		<label
			className={cn(
				"flex min-h-6 items-center gap-2 text-sm any-pointer-coarse:min-h-9",
				disabled && "text-ink-faint",
				className,
			)}
		>
			<Base.Root
				checked={checked}
				indeterminate={mixed ?? false}
				onCheckedChange={onChange}
				disabled={disabled ?? false}
				aria-describedby={describedBy}
				className={cn(
					"flex size-4 shrink-0 items-center justify-center rounded border border-edge bg-surface text-on-accent",
					"data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent",
					"data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:text-ink-muted",
				)}
			>
				<Base.Indicator className="flex data-unchecked:hidden">
					{mixed ? (
						<Minus aria-hidden className="size-3" strokeWidth={3} />
					) : (
						<Check aria-hidden className="size-3" strokeWidth={3} />
					)}
				</Base.Indicator>
			</Base.Root>
			{label}
		</label>
	);
}

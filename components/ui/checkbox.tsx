"use client";

import { Check, Minus } from "lucide-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { cn } from "./class-names.ts";

type CheckboxProps = {
	checked: boolean;
	/** Some of a group, not all. */
	mixed?: boolean;
	onChange: (checked: boolean) => void;
	disabled?: boolean | undefined;
	label: ReactNode;
	describedBy?: string | undefined;
	className?: string;
};

/** The browser's own: tables have one in each row, and are there before anything else has loaded. */
export function Checkbox(props: CheckboxProps) {
	const { checked, mixed = false, onChange, disabled, label, describedBy, className } = props;
	const Mark = mixed ? Minus : Check;
	const box = useRef<HTMLInputElement>(null);

	// Only the DOM knows of it, and forgets it with each press.
	useLayoutEffect(() => {
		if (box.current) box.current.indeterminate = mixed;
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: only what was pressed before the page listened is caught up on
	useEffect(() => {
		const pressed = box.current?.checked ?? checked;
		if (pressed !== checked) onChange(pressed);
	}, []);

	return (
		<label
			className={cn(
				"flex min-h-6 items-center gap-2 text-sm any-pointer-coarse:min-h-9",
				disabled && "text-ink-faint",
				className,
			)}
		>
			<span className="relative flex size-4 shrink-0">
				<input
					type="checkbox"
					ref={box}
					autoComplete="off"
					checked={checked}
					onChange={(event) => onChange(event.target.checked)}
					disabled={disabled}
					aria-describedby={describedBy}
					className={cn(
						"peer size-4 appearance-none rounded border border-edge bg-surface",
						"checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent",
						"disabled:border-line-strong disabled:bg-sunken",
					)}
				/>
				{(checked || mixed) && (
					<Mark
						aria-hidden
						className="pointer-events-none absolute inset-0 m-auto size-3 text-on-accent peer-disabled:text-ink-muted"
						strokeWidth={3}
					/>
				)}
			</span>
			{label}
		</label>
	);
}

"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { cn } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";

type FieldProps = {
	label: ReactNode;
	hint?: ReactNode;
	error?: string | undefined;
	/** Shown beside the label, since most fields of our forms may stay empty. Give the control `aria-required` as well. */
	required?: boolean;
	className?: string;
	children: ReactNode;
};

/** A control with its label, a hint and what is wrong with it, tied together for assistive technology. */
export function Field({ label, hint, error, required, className, children }: FieldProps) {
	const t = useTranslations("ui");
	return (
		<BaseField.Root invalid={error !== undefined} className={cn("flex min-w-0 flex-col gap-1.5", className)}>
			<div className="flex items-baseline gap-1.5">
				<BaseField.Label className="text-sm font-medium text-ink">{label}</BaseField.Label>
				{required && (
					<span aria-hidden className="text-xs text-ink-muted">
						{t("required")}
					</span>
				)}
			</div>
			{children}
			<FieldError>{error}</FieldError>
			{hint && <BaseField.Description className="text-xs text-ink-muted">{hint}</BaseField.Description>}
		</BaseField.Root>
	);
}

function FieldError({ children }: { children: string | undefined }) {
	return (
		<BaseField.Error match={children !== undefined} className="flex gap-1.5 text-xs font-medium text-bad">
			<CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
			<span className="min-w-0 wrap-anywhere">{children}</span>
		</BaseField.Error>
	);
}

/** The same words for controls that are groups and so cannot sit in a {@link Field}. */
export const GroupError = ({ id, children }: { id: string; children: string | undefined }) =>
	children === undefined ? null : (
		<p id={id} className="flex gap-1.5 text-xs font-medium text-bad">
			<CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
			<span className="min-w-0 wrap-anywhere">{children}</span>
		</p>
	);

export const Input = ({ className, ...rest }: ComponentProps<typeof BaseField.Control>) => (
	<BaseField.Control
		{...rest}
		className={cn(controlStyle, "h-9 any-pointer-coarse:h-11", className as string)}
	/>
);

export const Textarea = ({ className, rows = 3, ...rest }: ComponentProps<"textarea">) => (
	<BaseField.Control
		render={<textarea {...rest} rows={rows} />}
		className={cn(controlStyle, "field-sizing-content max-h-64 min-h-18 resize-y py-2", className)}
	/>
);

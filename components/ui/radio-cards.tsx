"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export type RadioCard<Value extends string> = { value: Value; title: ReactNode; text: ReactNode };

type RadioCardsProps<Value extends string> = {
	value: Value;
	onChange: (value: Value) => void;
	cards: readonly RadioCard<Value>[];
	labelledBy: string;
	className?: string;
};

/** A choice between few things that each need a sentence. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
	const { value, onChange, cards, labelledBy, className } = props;
	return (
		<RadioGroup
			value={value}
			onValueChange={(next) => onChange(next as Value)}
			aria-labelledby={labelledBy}
			className={cn("grid gap-2 sm:grid-cols-2", className)}
		>
			{cards.map((card) => (
				// biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI radio inside
				<label
					key={card.value}
					className={cn(
						"flex items-start gap-2.5 rounded-lg border border-line-strong bg-surface p-3 transition-colors duration-100",
						"hover:border-edge has-data-checked:border-accent-edge has-data-checked:bg-accent-soft",
					)}
				>
					<Radio.Root
						value={card.value}
						className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-surface data-checked:border-accent data-checked:bg-accent"
					>
						<Radio.Indicator className="size-1.5 rounded-full bg-on-accent data-unchecked:hidden" />
					</Radio.Root>
					<span className="min-w-0">
						<span className="block text-sm font-medium">{card.title}</span>
						<span className="mt-0.5 block text-xs text-ink-muted">{card.text}</span>
					</span>
				</label>
			))}
		</RadioGroup>
	);
}

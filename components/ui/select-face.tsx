import { ChevronDown } from "lucide-react";
import { cn } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";

/** What the button of a select or of a combobox looks like, whatever it is made of. */
export const selectStyle = (prefix: string | undefined, className: string | undefined) =>
	cn(
		controlStyle,
		"flex h-9 cursor-default items-center gap-1.5 pe-2 text-start any-pointer-coarse:h-11",
		prefix && "border-line-strong",
		className,
	);

type SelectFaceProps = {
	prefix?: string | undefined;
	chosen: string | undefined;
	placeholder?: string | undefined;
};

/** What such a button shows. */
export const SelectFace = ({ prefix, chosen, placeholder }: SelectFaceProps) => (
	<>
		{prefix && <span className="text-ink-muted">{prefix}</span>}
		<span className={cn("min-w-0 flex-1 truncate", chosen === undefined && "text-ink-faint")}>
			{chosen ?? placeholder}
		</span>
		<ChevronDown aria-hidden className="size-4 shrink-0 text-ink-muted" />
	</>
);

/** What assistive technology calls the button of a combobox: of what it is, and what is chosen. */
export const comboboxName = (label: string, shown: string | undefined) => `${label} ${shown ?? ""}`;

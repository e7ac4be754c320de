import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type FormPartProps = {
	/** Given to the heading, so that the group inside can be named by it. */
	id: string;
	title: string;
	text?: ReactNode;
	aside?: ReactNode;
	field: string;
	children: ReactNode;
};

export const FormPart = ({ id, title, text, aside, field, children }: FormPartProps) => (
	<section data-field={field} className="space-y-2.5">
		<div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
			<h3 id={id} className="text-sm font-semibold">
				{title}
			</h3>
			{aside}
		</div>
		{text && <p className="-mt-1.5 text-xs text-ink-muted">{text}</p>}
		{children}
	</section>
);

type FoldedPartProps = {
	title: string;
	text: string;
	open: boolean;
	onToggle: (open: boolean) => void;
	children: ReactNode;
};

/** What few keys need, under a line that opens. */
export const FoldedPart = ({ title, text, open, onToggle, children }: FoldedPartProps) => (
	<details
		open={open}
		onToggle={(event) => onToggle(event.currentTarget.open)}
		className="group rounded-lg border border-line-strong"
	>
		<summary className="flex min-h-11 list-none items-center gap-2 rounded-lg px-3.5 text-sm font-medium [&::-webkit-details-marker]:hidden">
			<ChevronRight
				aria-hidden
				className="size-4 shrink-0 text-ink-muted transition-transform duration-100 group-open:rotate-90 rtl:group-open:-rotate-90"
			/>
			{title}
			<span className="text-xs font-normal text-ink-muted">{text}</span>
		</summary>
		<div className="space-y-4 border-t border-line px-3.5 pt-3.5 pb-4">{children}</div>
	</details>
);

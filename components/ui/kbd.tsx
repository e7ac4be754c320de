import { cn } from "./class-names.ts";

/** Keys to press, each as a cap of its own. */
export const Kbd = ({ caps, className }: { caps: readonly string[]; className?: string }) => (
	<span className={cn("inline-flex shrink-0 items-center gap-1", className)}>
		{caps.map((cap) => (
			<kbd
				key={cap}
				className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line-strong bg-sunken px-1 font-sans text-2xs leading-none font-medium text-ink-muted"
			>
				{cap}
			</kbd>
		))}
	</span>
);

import { cn } from "./class-names.ts";

/**
 * Decoration only: say in words beside it what is being waited for. Drawn here, since every button may show it, and so may
 * those of the error page, which comes with each page and has no use for the icons.
 */
export const Spinner = ({ className }: { className?: string }) => (
	<svg
		aria-hidden
		viewBox="0 0 24 24"
		fill="none"
		stroke="currentColor"
		strokeWidth={2}
		strokeLinecap="round"
		className={cn("animate-spin motion-reduce:animate-none", className)}
	>
		<circle cx={12} cy={12} r={9} strokeDasharray="44 13" />
	</svg>
);

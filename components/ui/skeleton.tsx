import { cn } from "./class-names.ts";

export const Skeleton = ({ className }: { className?: string }) => (
	<span aria-hidden className={cn("block h-3 animate-shimmer rounded bg-hover", className)} />
);

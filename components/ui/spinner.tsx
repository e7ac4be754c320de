import { LoaderCircle } from "lucide-react";
import { cn } from "./class-names.ts";

/** Decoration only: say in words beside it what is being waited for. */
export const Spinner = ({ className }: { className?: string }) => (
	<LoaderCircle aria-hidden className={cn("animate-spin motion-reduce:animate-none", className)} />
);

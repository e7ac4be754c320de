import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

const TONES = {
	good: "bg-good-soft text-good",
	warn: "bg-warn-soft text-warn",
	bad: "bg-bad-soft text-bad",
	plain: "bg-hover text-ink-muted",
} as const;

export type Tone = keyof typeof TONES;

/** A word with a shape of its own in front: never told by colour alone. */
export const Badge = ({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) => (
	<span
		className={cn(
			"inline-flex h-5.5 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5",
			TONES[tone],
			icon !== undefined && "ps-1.5",
		)}
	>
		{icon}
		{children}
	</span>
);

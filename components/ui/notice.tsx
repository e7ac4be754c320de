import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { cn } from "./class-names.ts";

const LOOKS = {
	note: { style: "border-line-strong bg-sunken", icon: <Info aria-hidden className="text-ink-muted" /> },
	warn: { style: "border-warn-edge bg-warn-soft", icon: <TriangleAlert aria-hidden className="text-warn" /> },
	bad: { style: "border-bad-edge bg-bad-soft", icon: <CircleAlert aria-hidden className="text-bad" /> },
} as const;

type NoticeProps = {
	look: keyof typeof LOOKS;
	children: ReactNode;
	/** Spoken at once when it appears. */
	alert?: boolean;
	ref?: Ref<HTMLDivElement>;
	className?: string;
};

export const Notice = ({ look, children, alert, ref, className }: NoticeProps) => (
	<div
		ref={ref}
		role={alert ? "alert" : undefined}
		tabIndex={ref ? -1 : undefined}
		className={cn(
			"flex gap-2.5 rounded-lg border px-3.5 py-3 text-sm outline-none [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
			LOOKS[look].style,
			className,
		)}
	>
		{LOOKS[look].icon}
		<div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
	</div>
);

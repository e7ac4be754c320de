import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

type PanelProps = {
	/** Left out where the page's own heading says it all. */
	title?: ReactNode;
	text?: ReactNode;
	action?: ReactNode;
	children?: ReactNode;
	className?: string;
};

/** A sheet on the page: the whole width on a phone, a card elsewhere. Children bring their own padding. */
export const Panel = ({ title, text, action, children, className }: PanelProps) => (
	<section
		className={cn(
			"border-line bg-surface max-sm:border-y sm:overflow-hidden sm:rounded-xl sm:border sm:shadow-card",
			className,
		)}
	>
		{title && (
			<header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 pt-4 pb-3 sm:px-5">
				<div className="min-w-0 flex-1 basis-64">
					<h2 className="text-base font-semibold">{title}</h2>
					{text && <p className="mt-0.5 text-sm text-ink-muted">{text}</p>}
				</div>
				{action}
			</header>
		)}
		{children}
	</section>
);

/** The padding of a panel's text and forms. */
export const PanelBody = ({ children, className }: { children: ReactNode; className?: string }) => (
	<div className={cn("px-4 pb-4 sm:px-5 sm:pb-5", className)}>{children}</div>
);

export const PanelFooter = ({ children }: { children: ReactNode }) => (
	<footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-sunken px-4 py-3 sm:px-5">
		{children}
	</footer>
);

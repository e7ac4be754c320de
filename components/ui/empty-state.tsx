import type { ReactNode } from "react";

type EmptyStateProps = {
	icon: ReactNode;
	title: string;
	text: ReactNode;
	/** The heading of the whole page, when there is no other. */
	heading?: "h1" | "h2";
	children?: ReactNode;
};

/** What to do next, where there is nothing to show. */
export const EmptyState = ({ icon, title, text, heading: Heading = "h2", children }: EmptyStateProps) => (
	<div className="flex flex-col items-center px-6 py-10 text-center sm:py-14">
		<span
			aria-hidden
			className="flex size-11 items-center justify-center rounded-xl border border-line bg-sunken text-ink-muted [&_svg]:size-5"
		>
			{icon}
		</span>
		<Heading className="mt-4 text-base font-semibold">{title}</Heading>
		<p className="mt-1 max-w-md text-sm text-balance text-ink-muted">{text}</p>
		{children && <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
	</div>
);

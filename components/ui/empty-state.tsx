import type { ReactNode } from "react";

type EmptyStateProps = { icon: ReactNode; title: string; text: ReactNode; children?: ReactNode };

/** What to do next, where there is nothing to show. */
export const EmptyState = ({ icon, title, text, children }: EmptyStateProps) => (
	<div className="flex flex-col items-center px-6 py-14 text-center sm:py-20">
		<span
			aria-hidden
			className="flex size-11 items-center justify-center rounded-xl border border-line bg-sunken text-ink-muted [&_svg]:size-5"
		>
			{icon}
		</span>
		<h2 className="mt-4 text-base font-semibold">{title}</h2>
		<p className="mt-1 max-w-md text-sm text-balance text-ink-muted">{text}</p>
		{children && <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
	</div>
);

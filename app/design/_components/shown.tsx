import type { ReactNode } from "react";

export const Shown = ({ title, children }: { title: string; children: ReactNode }) => (
	<section aria-label={title}>
		<h2 className="mb-3 text-base font-semibold">{title}</h2>
		<div className="min-w-0 space-y-6">{children}</div>
	</section>
);

/** One part, under the name of its state. */
export const Sample = ({ name, children }: { name: string; children: ReactNode }) => (
	<div className="min-w-0">
		<p className="mb-1.5 text-xs text-ink-muted">{name}</p>
		{children}
	</div>
);

export const SampleRow = ({ children }: { children: ReactNode }) => (
	<div className="flex flex-wrap items-start gap-x-6 gap-y-4">{children}</div>
);

import type { ReactNode } from "react";

type DocumentFrameProps = {
	title: string;
	summary: string;
	/** What stands on the page, for those who look for one thing. */
	sections?: readonly { id: string; heading: string }[];
	children: ReactNode;
};

export const DocumentFrame = ({ title, summary, sections = [], children }: DocumentFrameProps) => (
	<div className="flex gap-10">
		<main id="main" tabIndex={-1} className="min-w-0 max-w-3xl flex-1 px-4 py-8 outline-none sm:px-6">
			<h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
			<p className="mt-2 text-ink-muted">{summary}</p>
			{children}
		</main>
		{sections.length > 1 && (
			<nav
				aria-label="On this page"
				className="sticky top-0 max-h-dvh w-52 shrink-0 self-start overflow-y-auto py-9 text-sm max-xl:hidden print:hidden"
			>
				<p className="font-medium">On this page</p>
				<ul className="mt-2 space-y-1.5">
					{sections.map(({ id, heading }) => (
						<li key={id}>
							<a href={`#${id}`} className="text-ink-muted hover:text-ink">
								{heading}
							</a>
						</li>
					))}
				</ul>
			</nav>
		)}
	</div>
);

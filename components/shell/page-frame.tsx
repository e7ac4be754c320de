import type { ReactNode } from "react";

type PageFrameProps = {
	title: string;
	text: ReactNode;
	/** Ids of the heading, for those who send the focus there or name a region by it. */
	headingId?: string;
	/** The main action, or a word about why there is none. */
	action?: ReactNode;
	tabs?: ReactNode;
	/** Text and forms read better in a narrow column. */
	narrow?: boolean;
	children: ReactNode;
};

/** What every screen of the console begins with: what it is, and what can be done. */
export const PageFrame = ({ title, text, headingId, action, tabs, narrow, children }: PageFrameProps) => (
	<div className={`mx-auto sm:px-6 sm:py-6 ${narrow ? "max-w-3xl" : "max-w-screen-2xl"}`}>
		<div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 pt-5 pb-4 sm:px-0 sm:pt-0">
			<div className="min-w-0 flex-1 basis-56">
				<h1
					id={headingId}
					tabIndex={-1}
					className="text-xl font-semibold tracking-tight wrap-anywhere outline-none"
				>
					{title}
				</h1>
				<p className="mt-0.5 text-sm text-ink-muted">{text}</p>
			</div>
			{action}
		</div>
		{tabs && <div className="border-b border-line max-sm:px-1 sm:mb-4">{tabs}</div>}
		{children}
	</div>
);

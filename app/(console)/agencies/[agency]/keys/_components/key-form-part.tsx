import type { ReactNode } from "react";

type FormPartProps = {
	/** Given to the heading, so that the group inside can be named by it. */
	id: string;
	title: string;
	text?: ReactNode;
	aside?: ReactNode;
	field: string;
	children: ReactNode;
};

export const FormPart = ({ id, title, text, aside, field, children }: FormPartProps) => (
	<section data-field={field} className="space-y-2.5">
		<div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
			<h3 id={id} className="text-sm font-semibold">
				{title}
			</h3>
			{aside}
		</div>
		{text && <p className="-mt-1.5 text-xs text-ink-muted">{text}</p>}
		{children}
	</section>
);

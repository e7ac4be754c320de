import { Info } from "lucide-react";
import type { ReactNode } from "react";

type SettingProps = {
	/** The field that the server's refusal names. */
	field: string;
	title: string;
	/** Given to the heading, so that a group inside can be named by it. */
	id: string;
	text: ReactNode;
	/** What the setting finds among the keys of today. */
	effect?: string | undefined;
	children: ReactNode;
};

/** One rule: what it does, how it is set, and what it means for the keys that are there. */
export const Setting = ({ field, title, id, text, effect, children }: SettingProps) => (
	<section data-field={field} className="space-y-2.5 border-t border-line px-4 py-4 sm:px-5">
		<div>
			<h3 id={id} className="text-sm font-semibold">
				{title}
			</h3>
			<p className="mt-0.5 text-xs text-ink-muted">{text}</p>
		</div>
		{children}
		{effect && (
			<p className="flex gap-1.5 text-xs text-ink-muted">
				<Info aria-hidden className="mt-px size-3.5 shrink-0" />
				<span className="min-w-0">{effect}</span>
			</p>
		)}
	</section>
);

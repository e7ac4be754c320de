const SIZES = [
	["text-xl font-semibold tracking-tight", "The title of a page"],
	["text-lg font-semibold", "The title of a card that stands alone"],
	["text-base font-semibold", "The title of a panel"],
	["text-sm", "The text of the product"],
	["text-sm text-ink-muted", "Text that explains"],
	["text-sm text-accent-ink underline underline-offset-2", "A link"],
	["text-xs text-ink-muted", "What stands below something"],
	["text-2xs text-ink-muted", "Axes of charts"],
	["font-mono text-sm", "lk_loc_••••oAz9 · 203.0.113.7"],
] as const;

export const TextSamples = () => (
	<ul className="space-y-2">
		{SIZES.map(([style, text]) => (
			<li key={style} className="flex flex-wrap items-baseline justify-between gap-x-6">
				<span className={style}>{text}</span>
				<code className="text-xs text-ink-faint">{style}</code>
			</li>
		))}
	</ul>
);

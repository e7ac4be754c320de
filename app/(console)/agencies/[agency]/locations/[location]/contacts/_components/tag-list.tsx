const SHOWN = 3;

/** The tags of a contact; in a row as many as fit, elsewhere all. */
export function TagList({ tags, all }: { tags: readonly string[]; all?: boolean }) {
	if (tags.length === 0) return <span className="text-ink-muted">None</span>;
	const shown = all ? tags : tags.slice(0, SHOWN);
	const more = tags.length - shown.length;
	return (
		<ul className="flex flex-wrap gap-1.5">
			{shown.map((tag) => (
				<li
					key={tag}
					className="max-w-full rounded-md border border-line bg-sunken px-1.5 text-xs leading-5.5 wrap-anywhere"
				>
					<bdi>{tag}</bdi>
				</li>
			))}
			{more > 0 && <li className="text-xs leading-5.5 text-ink-muted">and {more} more</li>}
		</ul>
	);
}

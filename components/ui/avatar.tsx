const initials = (name: string) =>
	name
		.split(/\s+/)
		.filter(Boolean)
		.map((word) => [...word][0]?.toUpperCase() ?? "")
		.filter((_, place, all) => place === 0 || place === all.length - 1)
		.join("");

/** The initials are painted by the style sheet: they are no part of the text that a button is called by. */
export const Avatar = ({ name }: { name: string }) => (
	<span
		aria-hidden
		data-initials={initials(name)}
		className="before:content-[attr(data-initials)] flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-ink"
	/>
);

"use client";

import { useTranslations } from "use-intl/react";

const SHOWN = 3;

/** The tags of a contact; in a row as many as fit, elsewhere all. */
export function TagList({ tags, all }: { tags: readonly string[]; all?: boolean }) {
	const t = useTranslations("contacts");
	const ui = useTranslations("ui");
	if (tags.length === 0) return <span className="text-ink-muted">{ui("none")}</span>;
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
			{more > 0 && <li className="text-xs leading-5.5 text-ink-muted">{t("moreTags", { count: more })}</li>}
		</ul>
	);
}

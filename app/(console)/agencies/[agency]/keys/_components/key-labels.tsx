"use client";

import { Tag } from "lucide-react";
import { useTranslations } from "use-intl/react";

/** The words that people find a key by. */
export function KeyLabels({ title, labels }: { title: string; labels: readonly string[] }) {
	const t = useTranslations("apiKey.labels");
	if (labels.length === 0) return null;
	return (
		<ul aria-label={t("of", { title })} className="mt-1 flex flex-wrap gap-1">
			{labels.map((label) => (
				<li
					key={label}
					className="inline-flex max-w-full items-center gap-1 rounded border border-line bg-sunken px-1.5 py-px text-2xs text-ink-muted"
				>
					<Tag aria-hidden className="size-3 shrink-0" />
					<bdi className="truncate">{label}</bdi>
				</li>
			))}
		</ul>
	);
}

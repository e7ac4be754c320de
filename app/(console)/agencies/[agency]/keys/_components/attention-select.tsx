"use client";

import { useTranslations } from "use-intl/react";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { ATTENTIONS } from "#lib/core/keys/attention.ts";
import type { KeysSearchState } from "./use-keys-search.ts";

const ALL = "all";

/** Narrows the list to keys that somebody should look at. */
export function AttentionSelect({ state: { search, filter } }: { state: KeysSearchState }) {
	const t = useTranslations("table.attention");
	return (
		<FilterSelect
			label={t("label")}
			prefix={t("label")}
			value={search.attention ?? ALL}
			onChange={(attention) => filter({ attention: attention === ALL ? null : attention })}
			options={[
				{ value: ALL as typeof ALL | (typeof ATTENTIONS)[number], label: t("all") },
				...ATTENTIONS.map((value) => ({ value, label: t(value) })),
			]}
			className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto"
		/>
	);
}

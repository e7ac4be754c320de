"use client";

import { useTranslations } from "use-intl/react";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { SortSelect } from "#components/data-table/sort-select.tsx";
import { FilterCombobox } from "#components/ui/filter-combobox.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { TagCount } from "#lib/core/crm/contacts.ts";
import type { ContactsSearch } from "../search-params.ts";
import type { ContactsSearchState } from "./use-contacts-search.ts";

type Choice = `${ContactsSearch["sort"]}.${ContactsSearch["order"]}`;

const SORTS = [
	["created.desc", "createdDesc"],
	["created.asc", "createdAsc"],
	["updated.desc", "updatedDesc"],
	["updated.asc", "updatedAsc"],
	["name.asc", "nameAsc"],
	["name.desc", "nameDesc"],
	["email.asc", "emailAsc"],
	["email.desc", "emailDesc"],
] as const satisfies readonly (readonly [Choice, string])[];

const ALL = "";

export function ContactsToolbar({ state, tags }: { state: ContactsSearchState; tags: TagCount[] }) {
	const t = useTranslations("contacts");
	const { search, type, filterByTag, sortBy, pending } = state;
	const tagOptions = useTagOptions(tags, search.tag);
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label={t("search")} value={search.q} onChange={type} className="w-full sm:w-72" />
			{(tags.length > 0 || search.tag !== null) && (
				<FilterCombobox
					label={t("tag")}
					prefix={t("tag")}
					value={search.tag ?? ALL}
					onChange={(tag) => filterByTag(tag === ALL ? null : tag)}
					options={tagOptions}
					className="w-auto max-w-64 flex-1 basis-36 sm:flex-none sm:basis-auto"
				/>
			)}
			<SortSelect
				sort={search.sort}
				order={search.order}
				onChange={sortBy}
				options={SORTS.map(([value, text]) => ({ value, label: t(`sorts.${text}`) }))}
			/>
			{pending && <Spinner className="ms-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}

/** A tag that the address names stays to be seen, also when no contact has it any more. */
function useTagOptions(tags: TagCount[], chosen: string | null) {
	const t = useTranslations("contacts");
	const ui = useTranslations("ui");
	const known = tags.map(({ tag, contacts }) => ({
		value: tag,
		label: t("tagCount", { tag, count: contacts }),
	}));
	const isUnknown = chosen !== null && !tags.some(({ tag }) => tag === chosen);
	return [
		{ value: ALL, label: ui("all") },
		...known,
		...(isUnknown ? [{ value: chosen, label: t("tagCount", { tag: chosen, count: 0 }) }] : []),
	];
}

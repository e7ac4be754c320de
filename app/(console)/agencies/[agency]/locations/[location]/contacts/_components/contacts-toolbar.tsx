"use client";

import { SearchBox } from "#components/data-table/search-box.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { TagCount } from "#lib/core/crm/contacts.ts";
import type { ContactsSearch } from "../search-params.ts";
import type { ContactsSearchState } from "./use-contacts-search.ts";

type Choice = `${ContactsSearch["sort"]}.${ContactsSearch["order"]}`;

const SORTS: { value: Choice; label: string }[] = [
	{ value: "created.desc", label: "Added, newest first" },
	{ value: "created.asc", label: "Added, oldest first" },
	{ value: "updated.desc", label: "Changed, newest first" },
	{ value: "updated.asc", label: "Changed, oldest first" },
	{ value: "name.asc", label: "Name, A to Z" },
	{ value: "name.desc", label: "Name, Z to A" },
	{ value: "email.asc", label: "E-mail, A to Z" },
	{ value: "email.desc", label: "E-mail, Z to A" },
];

const ALL = "";

export function ContactsToolbar({ state, tags }: { state: ContactsSearchState; tags: TagCount[] }) {
	const { search, type, filterByTag, sortBy, pending } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox
				label="Search name, e-mail, phone"
				value={search.q}
				onChange={type}
				className="w-full sm:w-72"
			/>
			{(tags.length > 0 || search.tag !== null) && (
				<Combobox
					label="Tag"
					prefix="Tag"
					value={search.tag ?? ALL}
					onChange={(tag) => filterByTag(tag === ALL ? null : tag)}
					options={tagOptions(tags, search.tag)}
					className="w-auto max-w-64 flex-1 basis-36 sm:flex-none sm:basis-auto"
				/>
			)}
			<Select<Choice>
				label="Sort"
				prefix="Sort"
				value={`${search.sort}.${search.order}`}
				onChange={(choice) => {
					const [sort, order] = choice.split(".") as [ContactsSearch["sort"], ContactsSearch["order"]];
					sortBy(sort, order);
				}}
				options={SORTS}
				className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto md:hidden"
			/>
			{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}

/** A tag that the address names stays to be seen, also when no contact has it any more. */
function tagOptions(tags: TagCount[], chosen: string | null) {
	const known = tags.map(({ tag, contacts }) => ({
		value: tag,
		label: `${tag} (${contacts.toLocaleString("en")})`,
	}));
	const isUnknown = chosen !== null && !tags.some(({ tag }) => tag === chosen);
	return [
		{ value: ALL, label: "All" },
		...known,
		...(isUnknown ? [{ value: chosen, label: `${chosen} (0)` }] : []),
	];
}

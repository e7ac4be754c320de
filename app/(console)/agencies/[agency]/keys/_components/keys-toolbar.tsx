"use client";

import { X } from "lucide-react";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { KEY_ROLES, KEY_STATUSES } from "#lib/core/keys/key.ts";
import { SortSelect } from "./sort-select.tsx";
import type { KeysSearchState } from "./use-keys-search.ts";

const ALL = "all";

const options = <Value extends string>(all: string, values: readonly Value[]) => [
	{ value: ALL as typeof ALL | Value, label: all },
	...values.map((value) => ({ value, label: value })),
];

type KeysToolbarProps = {
	state: KeysSearchState;
	/** Offered as a filter when given. */
	locations: readonly { slug: string; name: string }[] | null;
	sortsByLocation: boolean;
};

export function KeysToolbar({ state, locations, sortsByLocation }: KeysToolbarProps) {
	const { search, filter, type, clear, isFiltered, pending } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label="Search by title" value={search.q} onChange={type} className="w-full sm:w-64" />
			<Select
				label="Status"
				prefix="Status"
				value={search.status ?? ALL}
				onChange={(status) => filter({ status: status === ALL ? null : status })}
				options={options("All", KEY_STATUSES)}
				className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto"
			/>
			<Select
				label="Role"
				prefix="Role"
				value={search.role ?? ALL}
				onChange={(role) => filter({ role: role === ALL ? null : role })}
				options={options("All", KEY_ROLES)}
				className="w-auto flex-1 basis-36 sm:flex-none sm:basis-auto"
			/>
			{locations && (
				<Combobox
					label="Location"
					prefix="Location"
					placeholder="All"
					value={search.location ?? ALL}
					onChange={(location) => filter({ location: location === ALL ? null : location })}
					options={[
						{ value: ALL, label: "All" },
						...locations.map(({ slug, name }) => ({ value: slug, label: name })),
					]}
					className="w-auto flex-1 basis-36 sm:max-w-72 sm:flex-none sm:basis-auto"
				/>
			)}
			<SortSelect state={state} sortsByLocation={sortsByLocation} />
			{isFiltered && (
				<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
					Clear filters
				</Button>
			)}
			{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}

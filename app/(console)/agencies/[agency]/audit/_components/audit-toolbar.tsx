"use client";

import { X } from "lucide-react";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { AUDIT_GROUP_NAMES, AUDIT_GROUPS, type AuditGroup } from "#lib/core/audit-labels.ts";
import { DayFilter } from "./day-filter.tsx";
import type { AuditSearchState } from "./use-audit-search.ts";

const ALL = "all";
const EVERYTHING = { value: ALL, label: "All" };

const choiceStyle = "w-auto flex-1 basis-36 sm:max-w-72 sm:flex-none sm:basis-auto";

type AuditToolbarProps = {
	state: AuditSearchState;
	actors: readonly { id: string; name: string }[];
	/** Offered as a filter when given. */
	locations: readonly { slug: string; name: string }[] | null;
};

export function AuditToolbar({ state, actors, locations }: AuditToolbarProps) {
	const { search, filter, type, clear, isFiltered, pending } = state;
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox label="Search names and ids" value={search.q} onChange={type} className="w-full sm:w-60" />
			<Select<AuditGroup | typeof ALL>
				label="Events"
				prefix="Events"
				value={search.group ?? ALL}
				onChange={(group) => filter({ group: group === ALL ? null : group })}
				options={[
					{ value: ALL, label: "All" },
					...AUDIT_GROUP_NAMES.map((group) => ({ value: group, label: AUDIT_GROUPS[group].label })),
				]}
				className={choiceStyle}
			/>
			<Combobox
				label="Who"
				prefix="Who"
				placeholder="Somebody else"
				value={search.actor ?? ALL}
				onChange={(actor) => filter({ actor: actor === ALL ? null : actor })}
				options={[EVERYTHING, ...actors.map(({ id, name }) => ({ value: id, label: name }))]}
				className={choiceStyle}
			/>
			{locations && (
				<Combobox
					label="Location"
					prefix="Location"
					placeholder="All"
					value={search.location ?? ALL}
					onChange={(location) => filter({ location: location === ALL ? null : location })}
					options={[EVERYTHING, ...locations.map(({ slug, name }) => ({ value: slug, label: name }))]}
					className={choiceStyle}
				/>
			)}
			<DayFilter label="From" value={search.from} onChange={(from) => filter({ from })} />
			<DayFilter label="To" value={search.to} onChange={(to) => filter({ to })} />
			{isFiltered && (
				<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
					Clear filters
				</Button>
			)}
			{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}

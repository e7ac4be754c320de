"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { FilterFold } from "#components/data-table/filter-fold.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { FilterCombobox } from "#components/ui/filter-combobox.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { AUDIT_GROUP_NAMES, type AuditGroup } from "#lib/core/audit-groups.ts";
import { DayFilter } from "./day-filter.tsx";
import type { AuditSearchState } from "./use-audit-search.ts";

const ALL = "all";

const choiceStyle = "w-auto flex-1 basis-36 sm:max-w-72 sm:flex-none sm:basis-auto";

type AuditToolbarProps = {
	state: AuditSearchState;
	actors: readonly { id: string; name: string }[];
	/** Offered as a filter when given. */
	locations: readonly { slug: string; name: string }[] | null;
};

export function AuditToolbar({ state, actors, locations }: AuditToolbarProps) {
	const t = useTranslations("audit");
	const everything = { value: ALL, label: t("all") } as const;
	const { search, filter, type, clear, isFiltered, pending } = state;
	const inUse = [search.group, search.actor, search.location, search.from, search.to].filter(Boolean);
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox
				label={t("search")}
				value={search.q}
				onChange={type}
				className="flex-1 sm:w-60 sm:flex-none"
			/>
			<FilterFold inUse={inUse.length}>
				<FilterSelect<AuditGroup | typeof ALL>
					label={t("events")}
					prefix={t("events")}
					value={search.group ?? ALL}
					onChange={(group) => filter({ group: group === ALL ? null : group })}
					options={[
						everything,
						...AUDIT_GROUP_NAMES.map((group) => ({ value: group, label: t(`groups.${group}`) })),
					]}
					className={choiceStyle}
				/>
				<FilterCombobox
					label={t("who")}
					prefix={t("who")}
					placeholder={t("somebodyElse")}
					value={search.actor ?? ALL}
					onChange={(actor) => filter({ actor: actor === ALL ? null : actor })}
					options={[everything, ...actors.map(({ id, name }) => ({ value: id, label: name }))]}
					className={choiceStyle}
				/>
				{locations && (
					<FilterCombobox
						label={t("location")}
						prefix={t("location")}
						placeholder={t("all")}
						value={search.location ?? ALL}
						onChange={(location) => filter({ location: location === ALL ? null : location })}
						options={[everything, ...locations.map(({ slug, name }) => ({ value: slug, label: name }))]}
						className={choiceStyle}
					/>
				)}
				<DayFilter label={t("from")} value={search.from} onChange={(from) => filter({ from })} />
				<DayFilter label={t("to")} value={search.to} onChange={(to) => filter({ to })} />
				{isFiltered && (
					<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
						{t("clear")}
					</Button>
				)}
			</FilterFold>
			{pending && <Spinner className="ms-auto size-4 text-ink-muted max-sm:hidden" />}
		</div>
	);
}

"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { FilterFold } from "#components/data-table/filter-fold.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { SortSelect } from "#components/data-table/sort-select.tsx";
import { Button } from "#components/ui/button.tsx";
import { FilterCombobox } from "#components/ui/filter-combobox.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { KEY_ROLES, KEY_SORTS, KEY_STATUSES } from "#lib/core/keys/key.ts";
import { AttentionSelect } from "./attention-select.tsx";
import { columnText, type KeysKind } from "./keys-columns.tsx";
import { KEY_ORDERS } from "./sort-orders.ts";
import type { KeysSearchState } from "./use-keys-search.ts";

const ALL = "";
const FILTER = "w-auto flex-1 basis-36 sm:flex-none sm:basis-auto";

type KeysToolbarProps = {
	state: KeysSearchState;
	kind: KeysKind;
	locations: readonly { slug: string; name: string }[];
	knownLabels: readonly string[];
	/** What else can be done with the list. */
	children: ReactNode;
};

export function KeysToolbar({ state, kind, locations, knownLabels, children }: KeysToolbarProps) {
	const t = useTranslations("keys");
	const tStatus = useTranslations("words.status");
	const { search, filter, type, sortBy, clear, isFiltered, pending } = state;
	const all = { value: ALL, label: t("filters.all") } as const;
	const inUse = [search.status, search.role, search.attention, search.location, search.label].filter(Boolean);
	return (
		<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
			<SearchBox
				label={t("filters.search")}
				value={search.q}
				onChange={type}
				className="flex-1 sm:w-64 sm:flex-none"
			/>
			<FilterFold inUse={inUse.length}>
				<FilterSelect
					label={t("filters.status")}
					prefix={t("filters.status")}
					value={search.status ?? ALL}
					onChange={(status) => filter({ status: status || null })}
					options={[all, ...KEY_STATUSES.map((value) => ({ value, label: tStatus(value) }))]}
					className={FILTER}
				/>
				<FilterSelect
					label={t("filters.role")}
					prefix={t("filters.role")}
					value={search.role ?? ALL}
					onChange={(role) => filter({ role: role || null })}
					options={[all, ...KEY_ROLES.map((value) => ({ value, label: value }))]}
					className={FILTER}
				/>
				<AttentionSelect state={state} />
				{kind === "locations" && (
					<FilterCombobox
						label={t("filters.location")}
						prefix={t("filters.location")}
						placeholder={all.label}
						value={search.location ?? ALL}
						onChange={(location) => filter({ location: location || null })}
						options={[all, ...locations.map(({ slug, name }) => ({ value: slug, label: name }))]}
						className={`${FILTER} sm:max-w-72`}
					/>
				)}
				{(knownLabels.length > 0 || search.label !== null) && (
					<FilterCombobox
						label={t("filters.label")}
						prefix={t("filters.label")}
						placeholder={all.label}
						value={search.label ?? ALL}
						onChange={(label) => filter({ label: label || null })}
						options={[all, ...labelOptions(knownLabels, search.label)]}
						className={`${FILTER} sm:max-w-60`}
					/>
				)}
				<SortSelect
					sort={search.sort}
					order={search.order}
					onChange={sortBy}
					options={KEY_SORTS.filter((sort) => sort !== "location" || kind !== "location").flatMap((sort) =>
						(["asc", "desc"] as const).map((order) => ({
							value: `${sort}.${order}` as const,
							label: t("sortedBy", {
								column: t(columnText(kind, sort)),
								order: t(`orders.${KEY_ORDERS[sort][order]}`),
							}),
						})),
					)}
				/>
				{isFiltered && (
					<Button look="quiet" icon={<X aria-hidden className="size-4" />} onClick={clear}>
						{t("filters.clear")}
					</Button>
				)}
				{pending && <Spinner className="size-4 text-ink-muted max-sm:hidden" />}
				<div className="ms-auto flex flex-wrap items-center gap-2">{children}</div>
			</FilterFold>
		</div>
	);
}

/** A label that the address names stays to be seen, also when no key has it. */
function labelOptions(known: readonly string[], chosen: string | null) {
	const labels = chosen === null || known.includes(chosen) ? known : [chosen, ...known];
	return labels.map((label) => ({ value: label, label }));
}

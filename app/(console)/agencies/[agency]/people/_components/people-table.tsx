"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { PersonSummary } from "#lib/core/people/person.ts";
import { PEOPLE_PAGE_SIZES, type PeopleSearch, peopleSearch } from "../search-params.ts";
import { PEOPLE_HEADING_ID } from "./focus-targets.ts";
import { usePeopleActions } from "./people-actions.tsx";
import { agencyColumns, locationColumns } from "./people-columns.tsx";

export function PeopleTable({ page }: { page: TablePage<PersonSummary, PeopleSearch["size"]> }) {
	const t = useTranslations("people");
	const texts = useTranslations("table");
	const { site } = usePeopleActions();
	const { search, type, turnTo, pending } = usePeopleSearch();
	const table = useServerTable({
		columns: (site.locationId === null ? agencyColumns : locationColumns)(t),
		page,
		turnTo,
	});

	return (
		<>
			<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
				<SearchBox label={t("search")} value={search.q} onChange={type} className="w-full sm:w-72" />
				{pending && <Spinner className="ms-auto size-4 text-ink-muted max-sm:hidden" />}
			</div>
			{page.rows.length === 0 ? (
				<div role="status">
					<EmptyState icon={<SearchX />} title={t("noMatch")} text={t("noMatchText")}>
						<Button onClick={() => type("")}>{texts("clearSearch")}</Button>
					</EmptyState>
				</div>
			) : (
				<>
					<DataTable table={table} labelledBy={PEOPLE_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PEOPLE_PAGE_SIZES} noun="person" />
				</>
			)}
		</>
	);
}

function usePeopleSearch() {
	const { search, setSearch, pending } = useTableAddress(peopleSearch);
	return {
		search,
		pending,
		type: (q: string) => setSearch({ q, page: null }, whileTyping(q)),
		turnTo: (page: number, size: PeopleSearch["size"]) => setSearch({ page, size }),
	};
}

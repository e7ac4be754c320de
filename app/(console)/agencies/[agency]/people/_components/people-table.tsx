"use client";

import { useTable } from "@tanstack/react-table";
import { SearchX } from "lucide-react";
import { debounce, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { PersonSummary } from "#lib/core/people/person.ts";
import { PEOPLE_PAGE_SIZES, type PeopleSearch, peopleSearch } from "../search-params.ts";
import { PEOPLE_HEADING_ID } from "./focus-targets.ts";
import { usePeopleActions } from "./people-actions.tsx";
import { agencyColumns, locationColumns } from "./people-columns.tsx";

const TYPING_MS = 250;

type PeopleTableProps = {
	rows: PersonSummary[];
	total: number;
	page: number;
	size: PeopleSearch["size"];
};

export function PeopleTable({ rows, total, page, size }: PeopleTableProps) {
	const { site } = usePeopleActions();
	const { search, type, turnTo, pending } = usePeopleSearch();
	const pagination = { pageIndex: page - 1, pageSize: size };
	const table = useTable({
		features,
		columns: site.locationId === null ? agencyColumns : locationColumns,
		data: rows,
		rowCount: total,
		getRowId: (person) => person.id,
		enableSorting: false,
		manualSorting: true,
		manualPagination: true,
		state: { pagination },
		onPaginationChange(update) {
			const next = typeof update === "function" ? update(pagination) : update;
			const isResized = next.pageSize !== size;
			turnTo(isResized ? 1 : next.pageIndex + 1, next.pageSize as PeopleSearch["size"]);
		},
	});

	return (
		<>
			<div className="flex flex-wrap items-center gap-2 border-b border-line p-3 sm:px-5">
				<SearchBox
					label="Search by name or e-mail"
					value={search.q}
					onChange={type}
					className="w-full sm:w-72"
				/>
				{pending && <Spinner className="ml-auto size-4 text-ink-muted max-sm:hidden" />}
			</div>
			{rows.length === 0 ? (
				<div role="status">
					<EmptyState icon={<SearchX />} title="Nobody found" text="Nobody here matches the search.">
						<Button onClick={() => type("")}>Clear the search</Button>
					</EmptyState>
				</div>
			) : (
				<>
					<DataTable table={table} labelledBy={PEOPLE_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PEOPLE_PAGE_SIZES} noun="person" plural="people" />
				</>
			)}
		</>
	);
}

function usePeopleSearch() {
	const [pending, startTransition] = useTransition();
	const [search, setSearch] = useQueryStates(peopleSearch, {
		shallow: false,
		history: "push",
		scroll: false,
		startTransition,
	});
	return {
		search,
		pending,
		type: (q: string) =>
			setSearch({ q, page: null }, q === "" ? {} : { limitUrlUpdates: debounce(TYPING_MS) }),
		turnTo: (page: number, size: PeopleSearch["size"]) => setSearch({ page, size }),
	};
}

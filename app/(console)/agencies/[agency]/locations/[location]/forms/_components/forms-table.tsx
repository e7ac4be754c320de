"use client";

import { ClipboardList, Plus, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { FormSummary } from "#lib/core/crm/form-fields.ts";
import { useFocusKeeper } from "../../../../keys/_components/use-focus-keeper.ts";
import { PAGE_SIZES } from "../../../../keys/search-params.ts";
import type { FormsPlace } from "../actions.ts";
import { type FormsSearch, formsSearch } from "../search-params.ts";
import { useFormsColumns } from "./forms-columns.tsx";
import { FORMS_HEADING_ID, formsHeading, formsHref } from "./places.ts";

type FormsTableProps = {
	place: FormsPlace;
	page: TablePage<FormSummary, FormsSearch["size"]>;
	/** There are no forms at all; no search hides any. */
	isEmpty: boolean;
	mayChange: boolean;
};

export function FormsTable({ place, page, isEmpty, mayChange }: FormsTableProps) {
	const t = useTranslations("forms");
	const ui = useTranslations("ui");
	const clear = useTranslations("table")("clearSearch");
	const { search, setSearch, pending } = useTableAddress(formsSearch);
	const type = (q: string) => setSearch({ q, page: null }, whileTyping(q));
	const table = useServerTable({
		columns: useFormsColumns(place, mayChange),
		page,
		turnTo: (next, size) => setSearch({ page: next, size }),
	});
	const focusKeeper = useFocusKeeper(page.rows, formsHeading);

	if (isEmpty) return <NoFormsYet place={place} mayChange={mayChange} />;
	return (
		<div ref={focusKeeper}>
			<div className="border-b border-line px-4 py-3 sm:px-5">
				<SearchBox label={t("search")} value={search.q} onChange={type} className="sm:max-w-xs" />
			</div>
			{page.rows.length === 0 ? (
				<div role="status">
					<EmptyState icon={<SearchX />} title={ui("nothingFound")} text={t("noneFound")}>
						<Button onClick={() => type("")}>{clear}</Button>
					</EmptyState>
				</div>
			) : (
				<>
					<DataTable table={table} labelledBy={FORMS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="form" />
				</>
			)}
		</div>
	);
}

function NoFormsYet({ place, mayChange }: Pick<FormsTableProps, "place" | "mayChange">) {
	const t = useTranslations("forms.empty");
	return (
		<EmptyState icon={<ClipboardList />} title={t("title")} text={t("text")}>
			{mayChange ? (
				<Link href={`${formsHref(place)}/new`} className={buttonStyle({ look: "primary" })}>
					<Plus aria-hidden className="size-4" />
					{t("create")}
				</Link>
			) : (
				<p className="text-sm text-ink-muted">{t("viewOnly")}</p>
			)}
		</EmptyState>
	);
}

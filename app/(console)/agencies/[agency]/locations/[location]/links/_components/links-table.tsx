"use client";

import { Link2, Plus, SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import { useFocusKeeper } from "../../../../keys/_components/use-focus-keeper.ts";
import { PAGE_SIZES } from "../../../../keys/search-params.ts";
import { type LinksSearch, linksSearch } from "../search-params.ts";
import { useLinkActions } from "./link-actions.tsx";
import { useLinksColumns } from "./links-columns.tsx";
import { LINKS_HEADING_ID, linksHeading } from "./places.ts";

type LinksTableProps = {
	page: TablePage<LinkSummary, LinksSearch["size"]>;
	/** There are no links at all; no search hides any. */
	isEmpty: boolean;
	mayChange: boolean;
};

export function LinksTable({ page, isEmpty, mayChange }: LinksTableProps) {
	const t = useTranslations("links");
	const ui = useTranslations("ui");
	const clear = useTranslations("table")("clearSearch");
	const { search, setSearch, pending } = useTableAddress(linksSearch);
	const type = (q: string) => setSearch({ q, page: null }, whileTyping(q));
	const table = useServerTable({
		columns: useLinksColumns(mayChange),
		page,
		turnTo: (next, size) => setSearch({ page: next, size }),
	});
	const focusKeeper = useFocusKeeper(page.rows, linksHeading);

	if (isEmpty) return <NoLinksYet mayChange={mayChange} />;
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
					<DataTable table={table} labelledBy={LINKS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="triggerLink" />
				</>
			)}
		</div>
	);
}

function NoLinksYet({ mayChange }: { mayChange: boolean }) {
	const { openDialog } = useLinkActions();
	const t = useTranslations("links.empty");
	return (
		<EmptyState icon={<Link2 />} title={t("title")} text={t("text")}>
			{mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					{t("create")}
				</Button>
			) : (
				<p className="text-sm text-ink-muted">{t("viewOnly")}</p>
			)}
		</EmptyState>
	);
}

"use client";

import { DataTable } from "#components/data-table/data-table.tsx";
import { Pagination } from "#components/data-table/pagination.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import type { ContactSummary, TagCount } from "#lib/core/crm/contacts.ts";
import { useFocusKeeper } from "../../../../keys/_components/use-focus-keeper.ts";
import { PAGE_SIZES } from "../../../../keys/search-params.ts";
import type { ContactsSearch } from "../search-params.ts";
import { useContactActions } from "./contact-actions.tsx";
import { useContactsColumns } from "./contacts-columns.tsx";
import { NoContactsFound, NoContactsYet } from "./contacts-empty.tsx";
import { ContactsToolbar } from "./contacts-toolbar.tsx";
import { CONTACTS_HEADING_ID, contactsHeading } from "./focus-targets.ts";
import { useContactsSearch } from "./use-contacts-search.ts";

type ContactsTableProps = {
	page: TablePage<ContactSummary, ContactsSearch["size"]>;
	tags: TagCount[];
	/** There are no contacts at all; no search hides any. */
	isEmpty: boolean;
};

export function ContactsTable({ page, tags, isEmpty }: ContactsTableProps) {
	const { site } = useContactActions();
	const state = useContactsSearch();
	const { search, pending, sortBy, turnTo } = state;
	const table = useServerTable({
		columns: useContactsColumns(site),
		page,
		sorting: { sort: search.sort, order: search.order, sortBy },
		turnTo,
	});
	const focusKeeper = useFocusKeeper(page.rows, contactsHeading);

	if (isEmpty) return <NoContactsYet />;
	return (
		<div ref={focusKeeper}>
			<ContactsToolbar state={state} tags={tags} />
			{page.rows.length === 0 ? (
				<NoContactsFound onClear={state.clear} />
			) : (
				<>
					<DataTable table={table} labelledBy={CONTACTS_HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="contact" />
				</>
			)}
		</div>
	);
}

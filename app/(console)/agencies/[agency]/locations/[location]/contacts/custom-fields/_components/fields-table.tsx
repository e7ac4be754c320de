"use client";

import { useTable } from "@tanstack/react-table";
import { ListPlus, Plus } from "lucide-react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import { useFocusKeeper } from "../../../../../keys/_components/use-focus-keeper.ts";
import { useFieldActions } from "./field-actions.tsx";
import { fieldsColumns } from "./fields-columns.tsx";
import { FIELDS_HEADING_ID, fieldsHeading } from "./focus-targets.ts";

export function FieldsTable({ rows }: { rows: CustomFieldSummary[] }) {
	const { site } = useFieldActions();
	const table = useTable({
		features,
		columns: fieldsColumns(site.mayChange),
		data: rows,
		getRowId: (field) => field.id,
		enableSorting: false,
		manualPagination: true,
	});
	const focusKeeper = useFocusKeeper(rows, fieldsHeading);

	if (rows.length === 0) return <NoFieldsYet />;
	return (
		<div ref={focusKeeper}>
			<DataTable table={table} labelledBy={FIELDS_HEADING_ID} pending={false} />
		</div>
	);
}

function NoFieldsYet() {
	const { site, openDialog } = useFieldActions();
	return (
		<EmptyState
			icon={<ListPlus />}
			title="No custom fields yet"
			text="A custom field holds what only your business asks, such as a membership number or a shoe size. Every contact of the location has it, forms can ask for it, and programs read it by its key."
		>
			{site.mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					Add your first custom field
				</Button>
			) : (
				<p className="text-sm text-ink-muted">A manager of the location can add one.</p>
			)}
		</EmptyState>
	);
}

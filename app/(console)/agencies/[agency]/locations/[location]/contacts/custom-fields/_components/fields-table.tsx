"use client";

import { useTable } from "@tanstack/react-table";
import { ListPlus, Plus } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CustomFieldSummary } from "#lib/core/crm/custom-fields.ts";
import { useFocusKeeper } from "../../../../../keys/_components/use-focus-keeper.ts";
import { useFieldActions } from "./field-actions.tsx";
import { useFieldsColumns } from "./fields-columns.tsx";
import { FIELDS_HEADING_ID, fieldsHeading } from "./focus-targets.ts";

export function FieldsTable({ rows }: { rows: CustomFieldSummary[] }) {
	const { site } = useFieldActions();
	const table = useTable({
		features,
		columns: useFieldsColumns(site.mayChange),
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
	const t = useTranslations("contacts.fields.empty");
	return (
		<EmptyState icon={<ListPlus />} title={t("title")} text={t("text")}>
			{site.mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					{t("add")}
				</Button>
			) : (
				<p className="text-sm text-ink-muted">{t("viewOnly")}</p>
			)}
		</EmptyState>
	);
}

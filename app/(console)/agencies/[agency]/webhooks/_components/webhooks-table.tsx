"use client";

import { useTable } from "@tanstack/react-table";
import { Plus, Webhook } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { features } from "#components/data-table/features.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { WebhookSummary } from "#lib/core/webhooks.ts";
import { useFocusKeeper } from "../../keys/_components/use-focus-keeper.ts";
import { WEBHOOKS_HEADING_ID, webhooksHeading } from "./focus-targets.ts";
import { useWebhookActions } from "./webhook-actions.tsx";
import { webhooksColumns } from "./webhooks-columns.tsx";

type WebhooksTableProps = { agency: string; rows: WebhookSummary[]; mayChange: boolean };

export function WebhooksTable({ agency, rows, mayChange }: WebhooksTableProps) {
	const t = useTranslations("webhooks");
	const table = useTable({
		features,
		columns: webhooksColumns(t, agency, mayChange),
		data: rows,
		getRowId: (webhook) => webhook.id,
		enableSorting: false,
		manualPagination: true,
	});
	const focusKeeper = useFocusKeeper(rows, webhooksHeading);

	if (rows.length === 0) return <NoWebhooksYet mayChange={mayChange} />;
	return (
		<div ref={focusKeeper}>
			<DataTable table={table} labelledBy={WEBHOOKS_HEADING_ID} pending={false} />
		</div>
	);
}

function NoWebhooksYet({ mayChange }: { mayChange: boolean }) {
	const t = useTranslations("webhooks");
	const { openDialog } = useWebhookActions();
	return (
		<EmptyState icon={<Webhook />} title={t("none")} text={t("noneText")}>
			{mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					{t("addFirst")}
				</Button>
			) : (
				<p className="text-sm text-ink-muted">{t("noneForReaders")}</p>
			)}
		</EmptyState>
	);
}

"use client";

import { SearchX, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RESTORABLE_DAYS } from "#lib/core/keys/trash.ts";

export function NothingDeleted() {
	const t = useTranslations("trash");
	return (
		<EmptyState icon={<Trash2 />} title={t("emptyTitle")} text={t("emptyText", { days: RESTORABLE_DAYS })} />
	);
}

export function NothingFound({ onClear }: { onClear: () => void }) {
	const t = useTranslations("trash");
	return (
		<div role="status">
			<EmptyState icon={<SearchX />} title={t("noneTitle")} text={t("noneText")}>
				<Button onClick={onClear}>{t("clear")}</Button>
			</EmptyState>
		</div>
	);
}

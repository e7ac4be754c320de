"use client";

import { MapPin, Plus, SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useLocationActions } from "./location-actions.tsx";

export function NoLocationsYet({ mayChange }: { mayChange: boolean }) {
	const t = useTranslations("locations");
	const { openDialog } = useLocationActions();
	return (
		<EmptyState icon={<MapPin />} title={t("none")} text={t("noneText")}>
			{mayChange ? (
				<Button
					look="primary"
					icon={<Plus aria-hidden className="size-4" />}
					onClick={() => openDialog({ kind: "create" })}
				>
					{t("createFirst")}
				</Button>
			) : (
				<p className="text-sm text-ink-muted">{t("noneForReaders")}</p>
			)}
		</EmptyState>
	);
}

export function NoLocationsFound({ onClear }: { onClear: () => void }) {
	const [t, table] = [useTranslations("locations"), useTranslations("table")];
	return (
		<div role="status">
			<EmptyState icon={<SearchX />} title={t("noMatch")} text={t("noMatchText")}>
				<Button onClick={onClear}>{table("clearSearch")}</Button>
			</EmptyState>
		</div>
	);
}
